# Las palabras de las que se hacen las frases: comunes, cortas, de cosas que se pueden imaginar, ninguna que duela.
# Deben ser al menos 1024; cinco tienen entonces 50 bits de azar. Los acentos no cuentan al escribir la frase.
# Están en el orden de sus últimas letras: lo que acaba igual está junto, y la lista pesa menos en el camino.

keep-words =
    haba guayaba ceiba alba gamba rumba caoba alcoba escoba barba hierba yerba laca placa hamaca alpaca maraca vaca
    mímica música oca boca foca roca barca marca mazorca rosca yuca cebada cascada hada fachada granada jornada
    entrada nevada alameda moneda vereda seda rueda comida avenida falda banda bufanda panda lavanda tienda linda
    onda ronda boda moda cuerda aldea jalea polea línea marea tarea jirafa estrofa trufa estufa amiga espiga ortiga
    alga lechuga oruga flecha ficha lancha concha brocha trucha caricia ciencia magia dalia familia sepia feria
    nutria savia salvia lluvia galaxia caja sonaja paja abeja bandeja almeja reja pareja oreja teja lenteja oveja
    naranja franja granja esponja hoja burbuja escala gala pala sala tabla niebla tecla ancla gacela canela tela
    abuela escuela ciruela suela vela novela regla jungla fila mochila lila pila gorila águila medalla malla toalla
    muralla botella huella arcilla rodilla ardilla mejilla semilla capilla orilla silla villa olla cebolla ola
    viola amapola copla perla isla aula jaula fábula brújula mula fórmula cúpula cápsula llama rama drama trama
    retama gema lema poema crema tema yema cima lima clima rima calma palma goma loma paloma broma prisma pluma
    espuma sábana lana semana hermana campana rana iguana manzana mañana cena escena azucena cadena melena ballena
    colmena arena sirena antena avena cabina vecina encina bocina cocina sardina reina página neblina gallina
    colina harina madrina resina cortina esquina alumna columna lona corona zona cuna duna laguna luna fortuna
    canoa quinoa proa capa solapa mapa papa tapa trompa ropa sopa arpa carpa chispa avispa lupa cara máscara
    cuchara clara cámara lámpara vara cabra palabra cebra hebra fibra sombra piedra alondra ribera cera madera
    bandera esfera tijera hilera palmera pera carrera visera pulsera tetera litera higuera hoguera nevera bañera
    hora flora mora barra jarra parra pizarra tierra gorra letra maestra ostra figura llanura lectura altura
    pintura montura casa masa mesa pesa fresa camisa risa brisa sonrisa balsa salsa bolsa rosa morsa pausa medusa
    blusa bata corbata azafata fragata lata plata nata probeta maceta nieta tarjeta aleta caleta maleta veleta
    coleta meta cometa planeta poeta carpeta carreta seta meseta raqueta gaita órbita delta vuelta planta manta
    menta cinta tinta punta yunta bota gota gaviota pelota flota nota carta tarta huerta puerta canasta pasta cesta
    fiesta siesta cuesta lista pista artista vista costa flauta ruta fruta gruta agua piragua yegua estatua lava
    cueva malva selva curva uva playa papaya boya joya plaza terraza taza cereza corteza danza balanza trenza pinza
    choza garza zarza lechuza pizza día sandía melodía bahía galería cabaña caña montaña cigüeña niña piña navidad
    ciudad césped red pared salud nube hélice dulce lince bronce arce sauce jade molde tarde verde borde jefe leche
    coche broche serie encaje viaje traje pasaje paisaje montaje eje cable mueble doble roble baile chile calle
    valle muelle cine peine carne cisne liebre alambre timbre cumbre cobre sobre ubre madre padre cofre alegre
    tigre aire torre pupitre base frase envase tomate granate yate cohete jinete tapete aceite gigante guante gente
    diente lente fuente puente monte bote bigote islote brote coyote suerte norte resorte oeste meñique bloque
    parque bosque buque ave clave llave nave suave nieve kiwi taxi reloj dedal pedal trigal nogal canal panal nopal
    umbral espiral coral sal rosal metal capital portal cristal pincel cordel miel piel túnel papel laurel cóctel
    mantel hotel cartel pastel clavel candil marfil perfil perejil abril barril atril fósil dátil móvil árbol
    trébol caracol mármol farol sol parasol girasol abedul azul flan pan imagen tren guion gabán volcán gavilán
    imán caimán mazapán faisán zaguán sartén jardín delfín cojín violín jazmín patín jabón carbón balcón halcón
    rincón algodón león dragón vagón canción camión reunión gorrión avión talón melón sillón jamón limón timón
    salmón terrón turrón tiburón ratón botón cartón corazón tazón cacao nabo rumbo lobo globo cubo tubo saco taco
    chaleco zueco mosaico abanico pico perico banco blanco tronco junco coco arco barco marco circo surco casco
    frasco fresco disco kiosco sábado mercado pescado dado candado bordado tejado lado helado venado arado dorado
    morado prado dedo nido sonido batido latido ruido caldo fondo mundo cardo dardo zurdo escudo nudo buceo fideo
    trineo torneo recreo correo paseo museo grifo golfo lago borrego fuego juego higo amigo abrigo trigo galgo
    mango tango domingo hongo cargo largo musgo jugo helecho techo rancho poncho corcho búho labio tibio palacio
    precio oficio tercio radio estadio medio estudio refugio julio andamio premio geranio genio junio apio diario
    armario canario acuario lirio barrio patio ajo bajo reflejo azulejo conejo espejo hijo banjo ojo rojo dibujo
    búfalo regalo palo ópalo pétalo establo ciclo cielo hielo pomelo pelo abuelo suelo vuelo pañuelo velo siglo
    hilo kilo tilo caballo gallo cabello camello cuello anillo cepillo brillo grillo pasillo pollo repollo símbolo
    templo mirlo círculo título ramo sésamo remo racimo primo olmo termo ritmo humo zumo ébano orégano piano llano
    mano hermano banano verano grano plátano océano heno reno sereno signo vecino lino molino camino pino pepino
    marino padrino trino alumno tono cuerno adorno horno turno fresno durazno sapo pulpo campo topo grupo faro
    pájaro cántaro libro hombro cuadro cedro acero crucero pandero sendero cordero tablero velero bolero romero
    número granero enero ternero níspero febrero cartero joyero zafiro oro coro foro loro tesoro toro barro carro
    jarro tarro berro cerro hierro perro gorro zorro burro teatro metro litro filtro centro potro astro rastro
    maestro rostro futuro pegaso paso vaso payaso impreso hueso queso piso ganso oso verso silbato gato plato pato
    zapato retrato nieto quieto objeto folleto boleto reto granito bonito cabrito salto canto asiento viento
    momento cuento quinto punto foto loto lagarto huerto puerto mirto agosto arbusto gusto minuto clavo pavo huevo
    olivo ciervo mayo rayo arroyo yoyo lazo brazo rizo erizo lienzo pozo marzo corzo buzo rocío río caserío frío
    peldaño paño sueño niño moño otoño puño ámbar almíbar nácar azúcar hogar azahar telar pilar collar mar calamar
    jaguar alfiler taller sabor tambor mirador comedor tenedor cóndor flor color tenor vapor actor lector doctor
    pintor motor castor pastor autor yogur gafas atlas peces lunes martes jueves tenis gris oasis vals cactus
    compás autobús robot tribu rey pez ajedrez juez nuez perdiz regaliz feliz barniz tapiz lápiz nariz matiz arroz
    luz raíz sofá café té rubí jabalí colibrí bambú iglú
