# The words that phrases are made of: common, short, for things that one can picture, and none that could hurt.
# There must be at least 1024 of them; five then have 50 bits of chance. Accents do not count when a phrase is typed.

keep-words =
    acorn actor aisle album alley almond amber anchor ankle anthem antler apple april apron arbor arch arena aroma
    arrow aspen atlas attic audio august aunt autumn avenue award awning badge badger bagel baker balcony ball
    bamboo banana band banjo bank banner barber barley barn barrel basil basin basket bath bay beach beacon bead
    beagle beak beam bean bear beard beaver bed bee beech beet bell belt bench berry bike bin birch bird biscuit
    bison blanket blossom blue board boat bobcat bolt bone bonnet book boot bottle boulder bouquet bowl box bramble
    bran branch bread breeze brick bridge bronze brook broom brother brown brush bubble bucket bud buffalo bugle
    bulb bundle bunny bus bush butter button cabbage cabin cable cactus cafe cake calf camel camera camp canal
    candle canoe canvas canyon cap cape car caramel caravan carbon card cargo carpet carrot cart cashew castle cat
    cave cedar celery cello cereal chain chair chalk cheese cherry cherub chess chest chicken chimney china chive
    choir chord cinema circle circus citrus city clam clay cliff clip cloak clock cloth cloud clover club coach
    coast coat cobalt cobbler cocoa coconut cod coffee coin collar color comb comet compass cone cook cookie copper
    coral cord cork corn corner corral cottage cotton couch country cousin cow coyote crab cradle craft crane crayon
    cream creek cricket crocus crop crow crown cube cuckoo cup curry curtain curve cushion cycle daisy dance dawn
    day deck deer delta denim desert desk dew diary dime diner dinner dish dock doctor dog doll dollar dolly dolphin
    dome donkey door dough dove dozen dragon drawer drawing dream dress drum duck dune dust eagle ear earth easel
    east echo egg elbow elder elf elk elm ember emerald engine evening fabric face fairy falcon family fan farm
    feather fence fern ferry fiddle field fiesta fig film fin finch finger fir firefly fish flag flame flask flax
    fleece float flock floor flour flower flute foam fog folder foot forest fork forum fossil fox frame freckle
    friend frog frost fruit funnel furrow gadget galaxy gallery game garage garden garlic garnet gate gazelle gecko
    gem geyser giant ginger giraffe glacier glass globe glove glue goat gold gondola goose gourd grain granite grape
    grass gravel gravy green grocer grotto grove guitar gull gust hair hall hammer hammock hamster hand harbor hare
    harmony harp harvest hat hawk hay hazel heart hedge heel helmet hen herb heron hill hinge hive hobby holly honey
    hood hoof horizon horn horse hotel hour house hummus hut ice icon igloo iguana inch ink inlet insect iris iron
    island ivory ivy jacket jackpot jaguar jam january jar jasmine jeans jelly jersey jewel jigsaw juice jukebox
    july june jungle juniper kale kayak kernel kettle key kitchen kite kitten kiwi knee knot koala label lace ladder
    lady lagoon lake lamb lamp land lantern larch lark lasso laurel lava lawn leaf leather lemon lentil leopard
    letter lettuce library lilac lily lime linen lion lip list lizard llama lobby lobster lock locket log lotus
    lounge lullaby lumber lunch lute lynx machine magnet magpie maize mango manor maple marble margin marine market
    marmot marsh mask mast match may meadow meal medal melody melon mermaid metal meteor meter mill mineral mint
    minute mirror mitten moat model mole moment monday monkey month moon moose morning mosaic moss moth motor mound
    mouse mouth movie muffin mug mule museum music mussel mustard napkin nation navy neck nectar needle nephew nest
    net nettle newt nickel niece night noodle noon north nose note novel number nurse nut nutmeg oak oar oasis oat
    oatmeal ocean octopus office oil olive omelet onion opal opera orange orbit orchard orchid oregano organ origami
    osprey ostrich otter oven owl oyster pad paddle page paint palace palm pan pancake panda panel pansy pantry
    papaya paper paprika parade parcel park parrot parsley parsnip party pasta paste pastry pasture patch path patio
    paw pea peach peacock peak peanut pear pearl pebble pecan pedal pelican pen pencil penguin penny peony pepper
    perch petal phone photo piano pickle picnic pie pier pig pigeon pillow pilot pin pine pink pint pipe pitcher
    pizza plaid plain planet plant plate plaza plum pocket poem poet point polar pole pond pony popcorn poplar poppy
    porch port pot potato potter prairie pretzel print prism pudding puffin pulley pump pumpkin pupil puppy purple
    purse puzzle pyramid quail quarry quartz queen quilt quince quiver quokka rabbit radio radish raft rail rain
    rainbow raisin ramp ranch rattle raven ray recipe record reed reef rhubarb ribbon rice ring ripple river road
    robe robin rock rocket roof room rooster root rope rose rowan ruby rug ruler runway rye saddle saffron sage sail
    salad salmon salsa salt sand sandal sandbox sapling satin saturn sauce saucer scarf scene school science scooter
    scout screen script scroll sea seagull seal season seat seaweed second seed sequin sesame shade shadow shawl
    sheep sheet shelf shell sherbet shield ship shirt shoe shore shovel shrimp shrub sign silk silver singer sink
    sister skate sketch ski skirt sky skylark slate sled sleeve slide slipper sloth smile smoke snail snow soap sock
    sofa soil song sorbet soup south soy space spark sparkle sparrow spatula spice spider spinach spindle spiral
    sponge spool spoon spring sprout spruce square squash squid stable stadium stage stair stamp star station statue
    steam steel stem step stew stone stool stork storm story stove straw stream street string studio sugar suit
    summer summit sun sunday sunset surf swallow swan sweater swift swing syrup table tablet tadpole tail talent
    tango tank tape tapir tart tassel taxi tea teacher teacup team teapot teddy tennis tent thread thumb thyme
    ticket tide tiger tile timber time tin toad toast toe toffee tofu tomato tongue tool tooth topaz torch toucan
    towel tower town toy trail train tray tree trout trowel truck trunk tuba tulip tuna tundra tunnel turkey turnip
    turtle twig twin uncle union vale valley valve vase veil velvet verse vessel video villa vine violet violin
    voice waffle wagon waist wall wallet walnut walrus waltz watch water wave wax weasel week well west whale wheat
    wheel wicker willow wind window wing winter wolf wombat wood wool word wren wrist yacht yard yarn year yeast
    yellow yogurt yolk zebra zephyr zinc zipper zone
