# Las palabras de las que se hacen las frases: comunes, cortas, de cosas que se pueden imaginar, ninguna que duela.
# Deben ser al menos 1024; cinco tienen entonces 50 bits de azar. Los acentos no cuentan al escribir la frase.

keep-words =
    abanico abedul abeja abrigo abril abuela abuelo aceite acero actor acuario adorno agosto agua águila aire
    ajedrez ajo alambre alameda alba alcoba aldea alegre aleta alfiler alga algodón almeja almíbar alondra alpaca
    altura alumna alumno amapola ámbar amiga amigo ancla andamio anillo antena apio arado árbol arbusto arce arcilla
    arco ardilla arena armario arpa arroyo arroz artista asiento astro atlas atril aula autobús autor ave avena
    avenida avión avispa azafata azahar azúcar azucena azul azulejo bahía baile bajo balanza balcón ballena balsa
    bambú banano banco banda bandeja bandera bañera banjo barba barca barco barniz barra barril barrio barro base
    bata batido berro bigote blanco bloque blusa boca bocina boda bolero boleto bolsa bonito bordado borde borrego
    bosque bota bote botella botón boya brazo brillo brisa brocha broche broma bronce brote brújula buceo búfalo
    bufanda búho buque burbuja burro buzo caballo cabaña cabello cabina cable cabra cabrito cacao cactus cadena café
    caimán caja calamar caldo caleta calle calma cámara camello camino camión camisa campana campo caña canal
    canario canasta canción candado candil canela canoa cántaro canto caoba capa capilla capital cápsula cara
    caracol carbón cardo cargo caricia carne carpa carpeta carrera carreta carro carta cartel cartero cartón casa
    cascada casco caserío castor cebada cebolla cebra cedro ceiba cena centro cepillo cera cereza cerro césped cesta
    chaleco chile chispa choza ciclo cielo ciencia ciervo cigüeña cima cine cinta circo círculo ciruela cisne ciudad
    clara clave clavel clavo clima cobre coche cocina coco cóctel cofre cohete cojín coleta colibrí colina collar
    colmena color columna comedor cometa comida compás concha cóndor conejo copla coral corazón corbata corcho
    cordel cordero coro corona correo corteza cortina corzo costa coyote crema cristal crucero cuadro cubo cuchara
    cuello cuento cuerda cuerno cuesta cueva cumbre cuna cúpula curva dado dalia danza dardo dátil dedal dedo delfín
    delta día diario dibujo diente disco doble doctor domingo dorado dragón drama dulce duna durazno ébano eje
    encaje encina enero entrada envase erizo escala escena escoba escudo escuela esfera espejo espiga espiral
    esponja espuma esquina establo estadio estatua estrofa estudio estufa fábula fachada faisán falda familia faro
    farol febrero feliz feria fibra ficha fideo fiesta figura fila filtro flan flauta flecha flor flora flota foca
    folleto fondo fórmula foro fortuna fósil foto fragata franja frasco frase fresa fresco fresno frío fruta fuego
    fuente futuro gabán gacela gafas gaita gala galaxia galería galgo gallina gallo gamba ganso garza gato gavilán
    gaviota gema genio gente geranio gigante girasol globo golfo goma gorila gorra gorrión gorro gota granada
    granate granero granito granja grano grifo grillo gris grupo gruta guante guayaba guion gusto haba hada halcón
    hamaca harina hebra helado helecho hélice heno hermana hermano hielo hierba hierro higo higuera hijo hilera hilo
    hogar hoguera hoja hombro hongo hora horno hotel huella huerta huerto hueso huevo humo iglú iguana imagen imán
    impreso isla islote jabalí jabón jade jaguar jalea jamón jardín jarra jarro jaula jazmín jefe jinete jirafa
    jornada joya joyero juego jueves juez jugo julio junco jungla junio kilo kiosco kiwi labio laca lado lagarto
    lago laguna lámpara lana lancha lápiz largo lata latido laurel lava lavanda lazo leche lechuga lechuza lector
    lectura lema lente lenteja león letra libro liebre lienzo lila lima limón lince linda línea lino lirio lista
    litera litro llama llano llanura llave lluvia lobo loma lona loro loto luna lunes lupa luz maceta madera madre
    madrina maestra maestro magia maleta malla malva mañana mango mano manta mantel manzana mapa mar maraca marca
    marco marea marfil marino mármol martes marzo masa máscara matiz mayo mazapán mazorca medalla medio medusa
    mejilla melena melodía melón meñique menta mercado mesa meseta meta metal metro miel mímica minuto mirador mirlo
    mirto mochila moda molde molino momento moneda moño montaje montaña monte montura mora morado morsa mosaico
    motor móvil mueble muelle mula mundo muralla museo musgo música nabo nácar naranja nariz nata nave navidad
    neblina nevada nevera nido niebla nieta nieto nieve niña niño níspero nogal nopal norte nota novela nube nudo
    nuez número nutria oasis objeto oca océano oeste oficio ojo ola olivo olla olmo onda ópalo órbita orégano oreja
    orilla oro ortiga oruga oso ostra otoño oveja padre padrino página paisaje paja pájaro pala palabra palacio
    palma palmera palo paloma pan panal panda pandero paño pañuelo papa papaya papel parasol pared pareja parque
    parra pasaje paseo pasillo paso pasta pastel pastor patín patio pato pausa pavo payaso peces pedal pegaso peine
    peldaño pelo pelota pepino pera perdiz perejil perfil perico perla perro pesa pescado pétalo pez piano pico
    piedra piel pila pilar piña pincel pino pintor pintura pinza piragua piso pista pizarra pizza placa planeta
    planta plata plátano plato playa plaza pluma poema poeta polea pollo pomelo poncho portal potro pozo prado
    precio premio primo prisma proa probeta puente puerta puerto pulpo pulsera puño punta punto pupitre queso quieto
    quinoa quinto racimo radio raíz rama ramo rana rancho raqueta rastro ratón rayo recreo red reflejo refugio
    regaliz regalo regla reina reja reloj remo reno repollo resina resorte retama reto retrato reunión rey ribera
    rima rincón río risa ritmo rizo roble robot roca rocío rodilla rojo romero ronda ropa rosa rosal rosca rostro
    rubí rueda ruido rumba rumbo ruta sábado sábana sabor saco sal sala salmón salsa salto salud salvia sandía sapo
    sardina sartén sauce savia seda selva semana semilla sendero sepia sereno serie sésamo seta siesta siglo signo
    silbato silla sillón símbolo sirena sobre sofá sol solapa sombra sonaja sonido sonrisa sopa suave suela suelo
    sueño suerte surco tabla tablero taco taller talón tambor tango tapa tapete tapiz tarde tarea tarjeta tarro
    tarta taxi taza tazón té teatro techo tecla teja tejado tela telar tema templo tenedor tenis tenor tercio termo
    ternero terraza terrón tesoro tetera tibio tiburón tienda tierra tigre tijera tilo timbre timón tinta título
    toalla tomate tono topo torneo toro torre traje trama trébol tren trenza tribu trigal trigo trineo trino trompa
    tronco trucha trufa tubo túnel turno turrón ubre umbral uva vaca vagón valle vals vapor vara vaso vecina vecino
    vela velero veleta velo venado verano verde vereda verso viaje viento villa viola violín visera vista volcán
    vuelo vuelta yate yegua yema yerba yogur yoyo yuca yunta zafiro zaguán zapato zarza zona zorro zueco zumo zurdo
