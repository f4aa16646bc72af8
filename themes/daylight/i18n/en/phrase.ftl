# The words that phrases are made of: common, short, for things that one can picture, and none that could hurt.
# There must be at least 1024 of them; five then have 50 bits of chance. Accents do not count when a phrase is typed.
# They stand in the order of their last letters: what ends alike stands together, and the list is lighter on its way.

keep-words =
    tuba panda pea sea tea sofa paprika quokka koala villa gondola spatula llama cinema aroma banana iguana arena
    china tuna cocoa zebra tundra camera opera salsa delta pasta fiesta lava papaya plaza pizza crab bulb lamb comb
    thumb rhubarb herb club cherub shrub lilac mosaic garlic picnic fabric music attic zinc bead bread thread salad
    road toad pad bed reed seed seaweed sled plaid mermaid orchid pyramid squid emerald field shield gold band hand
    land island sand friend wind second almond pond mound cod hood wood card beard orchard board leopard mustard
    award yard lizard bird cord record chord word gourd bud cloud globe robe cube face lace palace space fleece
    niece ice office voice spice rice juice dance fence science quince sauce spruce lettuce shade parade slide tide
    bee coffee toffee knee tree cafe giraffe cabbage page garage sage stage cottage badge hedge bridge orange hinge
    sponge lounge cookie pie magpie prairie movie cake pancake lake bike smoke whale kale vale cable table stable
    pebble bubble bramble marble uncle circle cycle cradle paddle saddle fiddle needle candle spindle bundle noodle
    waffle eagle beagle jungle bugle smile tile freckle pickle ankle sparkle gazelle mole pole tadpole maple apple
    ripple purple aisle turtle castle rattle kettle nettle bottle mule puzzle game flame frame sesame dime lime
    time dome thyme crane scene engine machine jasmine pine marine vine bone cone phone stone zone dune june shoe
    canoe toe cape grape tape recipe pipe rope hare square shore pasture vase cheese nose goose moose rose verse
    horse nurse purse house mouse gate skate plate slate kite granite note coyote paste lute flute minute tongue
    blue glue avenue statue cave wave sleeve hive chive olive valve dove glove grove stove curve rye breeze maize
    bronze leaf reef cliff calf elf shelf wolf hoof roof scarf surf flag nutmeg egg fig pig twig pudding sapling
    evening morning awning ring spring string wing drawing swing song dog fog log frog mug rug beach peach spinach
    coach beech ostrich ranch branch bench inch finch lunch arch larch perch birch porch torch match patch watch
    sketch couch dough squash dish radish fish marsh bush brush bath path month cloth sloth moth tooth earth north
    mouth south ski origami kiwi taxi beak peak oak cloak kayak deck neck brick peacock dock lock clock flock
    hammock rock sock duck truck creek week chalk elk silk yolk bank tank ink pink sink trunk book cook brook lark
    skylark park spark cork fork stork flask mask desk hawk medal pedal sandal meal oatmeal cereal seal canal opal
    mineral spiral coral corral metal petal label parcel model heel wheel steel bagel nickel camel caramel panel
    funnel tunnel kernel barrel laurel easel weasel tassel vessel mussel hotel gravel shovel novel jewel trowel
    towel hazel pretzel snail rail trail sail tail quail pencil veil oil soil pupil april basil fossil lentil ball
    hall wall bell shell well hill mill doll scroll gull seagull school spool tool stool wool pearl shawl owl bowl
    beam cream dream stream team steam jam clam foam gem anthem poem stem denim palm elm film room broom blossom
    farm storm prism album museum stadium plum drum forum pecan pelican toucan bean ocean fan organ pan bran
    caravan rowan swan garden screen green queen hen kitchen chicken linen pen aspen wren kitten mitten raven oven
    dozen sign chain plain rain grain train curtain bin cabin robin fin muffin puffin margin dolphin napkin pumpkin
    violin coin pin basin raisin cousin tin satin penguin sequin twin autumn ribbon carbon beacon icon falcon
    pigeon dragon wagon cushion lion onion union nation station melon lemon salmon lagoon moon noon spoon heron
    saffron iron apron season bison cotton button crayon canyon horizon barn yarn fern lantern corn acorn popcorn
    horn saturn sun dawn lawn brown crown town video mango tango cargo echo radio audio studio patio banjo gecko
    buffalo cello oregano piano bamboo cuckoo igloo lasso tomato potato photo grotto cap soap sheep step ship lip
    clip tulip turnip parsnip camp lamp ramp stamp shrimp pump crop harp cup teacup soup syrup car cedar ear bear
    pear year sugar jar collar dollar polar poplar oar nectar guitar star jaguar amber ember timber lumber number
    barber grocer saucer ladder spider elder folder boulder deer badger tiger finger ginger singer teacher pitcher
    feather leather brother glacier pier baker wicker cobbler antler ruler hammer summer diner banner dinner corner
    paper juniper pepper slipper zipper copper geyser sweater water meter winter scooter lobster sister hamster
    rooster oyster letter otter potter butter beaver river quiver silver clover drawer flower tower hair chair
    stair fir choir tapir arbor harbor meteor anchor color manor door floor mirror actor doctor motor hour flour
    zephyr atlas canvas tennis iris oasis jeans glass compass grass chess dress moss bus crocus circus hummus
    octopus walrus citrus cactus lotus wombat cat bobcat wheat seat hat oat boat coat goat float moat insect
    sherbet sorbet beet sheet street gadget jacket cricket ticket locket pocket rocket bucket blanket market basket
    tablet omelet wallet inlet violet helmet comet net planet magnet bonnet garnet poet carpet sunset bouquet
    velvet raft craft swift yacht night rabbit orbit summit biscuit fruit suit cobalt salt belt quilt bolt giant
    plant talent moment tent paint mint point pint print aunt pilot marmot knot boot foot root pot teapot jackpot
    carrot parrot script cart heart tart desert shirt skirt port yogurt east yeast mast coast toast chest nest
    forest harvest west waist list wrist frost dust gust august hut nut peanut walnut coconut scout sprout trout
    newt tofu paw straw jigsaw dew nephew cashew stew elbow rainbow cow meadow shadow window swallow yellow pillow
    willow snow crow arrow sparrow furrow flax wax lynx box sandbox jukebox fox bay day monday sunday hay clay may
    ray tray runway lullaby hobby lobby ruby lady teddy melody key donkey monkey turkey alley valley pulley barley
    parsley chimney honey osprey jersey sky firefly lily family jelly dolly holly july penny bunny balcony peony
    harmony pony soy toy poppy puppy diary library january celery gallery fairy story ivory quarry berry ferry
    cherry curry pantry country pastry daisy pansy city party navy gravy ivy galaxy topaz waltz quartz
