# Palabras de las listas de señales tempranas.

list-minutes = { $n ->
    [one] La primera vez toma alrededor de 1 minuto. Puedes hacerlo por partes.
   *[other] La primera vez toma alrededor de { $n } minutos. Puedes hacerlo por partes.
}
list-stop = Si cierras la página, lo que escribiste desaparece, a menos que lo hayas guardado o te lo hayas llevado en un archivo o en papel. El historial del navegador sigue mostrando la página.
list-owner = Esta lista es de la persona que tiene estas señales. Nadie debe llenarla en secreto sobre otra persona.
list-limits = Lo que esta lista no puede decir, y para qué no debe usarse
list-parts = Partes de la lista
list-part-signs = Mis señales
list-part-well = Cuando estoy bien
list-part-levels = Mis niveles y mi plan
list-part-week = Esta semana
list-part-time = Con el tiempo
list-part-share = Con otras personas
list-no-script = Puedes llenar todo esto en papel. Primero ordena las tarjetas. Después copia tus 5 a 8 señales en las tablas del final.

list-signs-how = Es mejor hacerlo en un buen día, a solas o con alguien de confianza. Piensa en la última mala época, o en las dos últimas. ¿Qué cambió primero? Elige en cada tarjeta. Salta lo que no va contigo.
list-groups = Todas las personas ven las primeras tarjetas. ¿Cuáles más quieres ver?
list-mode = ¿Cómo prefieres ordenar?
list-mode-all = Todas las tarjetas en una lista
list-mode-cards = Una tarjeta a la vez
list-first = mira esta primero
list-mine = Mía
list-sometimes = A veces
list-not = No es mía
list-own-words = En mis palabras, si quieres:
list-card-back = Tarjeta anterior
list-card-next = Tarjeta siguiente
list-write = Una señal que no tiene tarjeta
list-write-how = Escríbela como tú la dirías:
list-add = Agregar esta señal
list-my-signs = Mis señales
list-my-signs-how = Estas son las señales que miras cada semana. Bastan de cinco a ocho. Pon arriba las que llegan primero.
list-none-yet = Todavía no marcaste ninguna señal como tuya.
list-many = Tienes más de ocho señales. Es difícil estar pendiente de tantas. Deja las que llegan primero y las que otras personas pueden ver.
list-early = Entre las primeras
list-middle = En el medio
list-late = Poco antes
list-sometimes-title = A veces mías, no se anotan cada semana
list-stage = Cuándo llega
list-up = Subir
list-down = Bajar
list-remove = Quitar

list-well-how = Un cambio solo dice algo al lado de lo habitual. Por eso, primero: ¿cómo eres cuando estás bien?
list-well-words = Cómo duermo, como, hablo, trabajo y me siento cuando estoy bien:
list-usual = Lo habitual en mí, señal por señal
list-usual-how = ¿Qué tan fuerte es esta señal en una buena semana? En muchas señales es 0, pero no en todas. Puedes elegirlo aquí. O anota tres o cuatro semanas buenas en “Esta semana”: entonces será el valor del medio de esas semanas.
list-usual-open = Según mis buenas semanas

list-levels-how = Pon cada nivel como te sirva a ti, y escribe qué quieres que pase entonces. Hazlo en un buen día, con quienes van a ayudarte.
list-not-validated = Estos son tus propios niveles de aviso. No están validados: ningún estudio los ha probado.
list-green = Verde
list-yellow = Amarillo
list-orange = Naranja
list-red = Rojo
list-rule = ¿Cuándo se llega a este nivel?
list-rule-signs = Tantas de mis señales:
list-rule-above = Tantos puntos por encima de lo habitual:
list-rule-days = Durante este tiempo:
list-rule-total = O: todas mis señales juntas están tantos puntos por encima de lo habitual:
list-at-once = en cuanto lo vea
list-total-off = no mirar la suma
list-red-rule = Al rojo se llega con una sola de estas señales, sin ningún otro nivel antes:
list-plan-own = Lo que hago yo
list-plan-others = Lo que quiero que hagan otras personas
list-plan-unwanted = Lo que no quiero
list-plan-who = A quién llamar
list-plan-number = Número de teléfono
list-plan-time = Para cuándo
list-suggestions = Sugerencias para:
list-for-example = Por ejemplo:
list-default-rules = Volver a las reglas del principio

list-week-how = ¿Cómo fue la última semana? Anota cada señal. Deja fuera lo que no quieras anotar.
list-day = Día de esta anotación
list-red-title = Señales que no pueden esperar
list-red-how = Si está una de estas, no esperes a ningún nivel. Busca ayuda ahora.
list-red-now = ¿Qué hay ahora?
list-note = Una nota para ti, si quieres
list-well-week = Fue una buena semana: contarla para lo habitual en mí
list-stand = Ver dónde estoy
list-pause = Poner la lista en pausa
list-go-on = Terminar la pausa
list-too-often = Miraste hace pocos días, y todo está cerca de lo habitual. Una vez por semana basta. Mirar más seguido puede hacer crecer la preocupación.
list-honest = Hasta dónde se puede confiar en las señales
list-frequency = Cada cuánto mirar
list-agreed = Lo que acordaste para este nivel
list-no-plan = Todavía no escribiste un paso para este nivel.

list-sum = Todas mis señales juntas
list-key-rated = lo que anoté
list-key-usual = lo habitual en mí
list-each-sign = Cada señal
list-table = Lo mismo en una tabla
list-table-day = Día
list-table-level = Nivel
list-table-sum = Suma
list-after = Después de una mala época
list-after-how = Dentro de dos semanas, mira atrás con calma. Las falsas alarmas son normales. No son una razón para controlar más.
list-after-words = ¿Qué llegó primero? ¿Quién lo vio? ¿Qué ayudó, y qué no?

list-share-how = Otras personas muchas veces ven los cambios antes, y puede que tú los veas de otra manera. Si quieres, alguien de confianza puede mirar contigo. Nada se comparte si tú no haces un archivo y se lo das.
list-new-share = Nuevo acuerdo con alguien
list-share-name = Quién me ayuda a mirar
list-share-owner = Mi nombre, como me conoce
list-share-signs = Qué señales ve
list-share-signs-how = En el archivo solo está lo que eliges aquí. Nada más de tu lista.
list-term-see = Quién más puede ver lo que escribe
list-term-channel = Cómo hablamos de ello (por ejemplo: en persona, los domingos)
list-term-asked = Lo que le pido cuando hay una señal
list-share-until = Esto termina el
list-share-file-how = El archivo es texto simple. Puede leerlo cualquiera que lo tenga. Dáselo en persona, o por un medio en el que confíes.
list-share-file = Hacer el archivo para esa persona
list-withdraw = Terminar este acuerdo
list-remove-share = Quitarlo, con todo lo que escribió
list-seen = Lo que otras personas han visto
list-seen-how = Está al lado de lo que tú anotaste. Nunca se suma, y aquí nadie tiene razón ni se equivoca. Una diferencia merece una charla.
list-no-seen = No ha llegado nada. Cuando alguien te dé un archivo, ábrelo más abajo.
list-sign = Señal
list-talking = Palabras para hablar de ello

list-guest-how = Te pidieron mirar, como ayuda. Escribe lo que tú viste. Deja fuera lo que no viste.
list-guest-day = Día en que lo vi
list-guest-unseen = No lo vi
list-guest-red = Señales que no pueden esperar
list-guest-note = Lo que vi, en palabras simples y sin culpar
list-guest-done = Agregarlo a mi archivo
list-guest-made = En tu archivo hasta ahora
list-guest-give = Ahora haz el archivo y devuélvelo. Nadie más lo tiene. Si cierras la página sin el archivo, desaparece.
list-guest-file = Hacer el archivo para devolver
list-guest-leave = Salir de esta lista

list-files = Guardar e imprimir
list-files-how = Una copia es un archivo de texto simple que puedes volver a abrir aquí. Puede leerla cualquiera que pueda abrir tus archivos.
list-print-part = Imprimir esta parte
list-print-all = Imprimir todo
list-print-blank = Imprimir un formulario vacío
list-copy = Llevarme una copia en un archivo
list-open = Abrir un archivo: tu copia, o uno que alguien te dio
list-undo = Deshacer
list-again = Borrar todo y empezar de nuevo
list-confirm = ¿Borrar todo lo que está en esta página? No se puede recuperar.
list-confirm-no = No, dejarlo
list-confirm-yes = Sí, borrarlo

list-paper-signs = Mis señales en papel
list-paper-signs-how = Elige de cinco a ocho tarjetas que sean tuyas. Escribe qué tan fuerte es cada una en una buena semana: eso es lo habitual en ti.
list-paper-stage = ¿Entre las primeras, en el medio o poco antes?
list-paper-usual = Lo habitual en mí
list-paper-weeks = Mis semanas
list-paper-weeks-how = Una vez por semana, escribe qué tan fuerte fue cada señal.
list-paper-date = Fecha:
list-paper-agreement = Nuestro acuerdo
list-paper-which = Qué señales ve
list-paper-signed = Fecha y los dos nombres

# Lo que se dice cuando algo pasa. Las palabras entre llaves se llenan después.
list-removed = Quitado: { $what }
list-taken-back = Ya está de vuelta.
list-cleared = Todo está borrado.
list-moved = Cambió de lugar: { $what }
list-moved-to = { $what }: { $list }, lugar { $n } de { $all }
list-write-first = Primero escribe la señal.
list-added = Agregado: { $what }
list-card-of = Tarjeta { $n } de { $all }
list-sorted = { $n } de { $all } tarjetas ordenadas. Tus señales: { $mine }
list-usual-set = Lo habitual en ti es { $value }. Lo elegiste tú.
list-usual-found = Lo habitual en ti es { $value }. Es el valor del medio de tus buenas semanas.
list-usual-none = Todavía no se sabe qué es lo habitual. Sin eso, esta señal no cuenta para ningún nivel.
list-well-weeks = { $n ->
    [one] Hasta ahora hay { $count } buena semana anotada.
   *[other] Hasta ahora hay { $count } buenas semanas anotadas.
}
list-and = y
list-wrong-day = Elige un día que ya haya llegado.
list-rate-first = Primero anota al menos una señal.
list-rated = Lo que anotaste está en la lista.
list-now-paused = La lista está en pausa. Puedes volver cuando quieras.
list-now-on = La pausa terminó.
list-paused-since = En pausa desde el { $date }. No falta nada por eso.
list-your-usual = Lo habitual en ti: { $value }
list-by-rating = Según lo que anotaste el { $date }. Lo que vieron otras personas no cuenta aquí.
list-why-red = Marcaste una señal que no puede esperar.
list-why-none = Ninguna de tus señales está por encima de lo habitual en ti.
list-why-below = { $n ->
    [one] { $count } de tus señales está por encima de lo habitual en ti. Con eso no se llega a ningún nivel.
   *[other] { $count } de tus señales están por encima de lo habitual en ti. Con eso no se llega a ningún nivel.
}
list-why-now = { $n ->
    [one] { $count } de tus señales está tan por encima de lo habitual como pusiste para este nivel.
   *[other] { $count } de tus señales están tan por encima de lo habitual como pusiste para este nivel.
}
list-why-days = { $n ->
    [one] { $count } de tus señales está por encima de lo habitual desde hace { $days }, como pusiste para este nivel.
   *[other] { $count } de tus señales están por encima de lo habitual desde hace { $days } o más, como pusiste para este nivel.
}
list-why-total = { $n ->
    [one] Todas tus señales juntas están { $count } punto por encima de lo habitual, como pusiste para este nivel.
   *[other] Todas tus señales juntas están { $count } puntos por encima de lo habitual, como pusiste para este nivel.
}
list-days = { $n ->
    [one] { $count } día
   *[other] { $count } días
}
list-above = { $n ->
    [one] { $count } punto por encima de lo habitual
   *[other] { $count } puntos por encima de lo habitual
}
list-since-now = nueva en esta anotación
list-for-days = { $n ->
    [one] desde hace { $count } día
   *[other] desde hace { $count } días
}
list-raised = { $sign }: { $by }, { $since }
list-unknown = { $n ->
    [one] De { $count } señal que anotaste todavía no se sabe lo habitual, así que no cuenta aquí.
   *[other] De { $count } señales que anotaste todavía no se sabe lo habitual, así que no cuentan aquí.
}
list-old = { $n ->
    [one] Esto es de hace { $count } día.
   *[other] Esto es de hace { $count } días. Puede que las cosas sean distintas ahora.
}
list-call = Llamar al { $number }
list-rules-reset = Las reglas están como al principio.
list-summary-none = Todavía no hay nada anotado. Anota tus señales en “Esta semana”.
list-summary-one = Hay una anotación, del { $date }. Para una línea hacen falta dos.
list-summary = Miraste { $n } veces, del { $from } al { $to }.
list-summary-usual = La última vez ninguna señal estaba por encima de lo habitual.
list-summary-raised = La última vez, estas estaban más por encima de lo habitual: { $signs }.
list-chart-name = Todas mis señales juntas. { $values }.
list-chart-usual = Lo habitual en mí es { $n }.
list-latest = Última: { $value }
list-never-rated = Sin anotar todavía
list-well-mark = (buena semana)
list-share-made = Hay un nuevo acuerdo. Todavía no se comparte nada.
list-withdrawn-now = El acuerdo terminó. Lo que envíe desde ahora no se toma. El archivo que ya tiene no se puede recuperar: pídele que lo borre.
list-withdrawn = Lo terminaste el { $date }. El archivo que ya tiene no se puede recuperar: pídele que lo borre.
list-share-nobody = Nuevo acuerdo
list-share-with = Acuerdo con { $name }
list-seen-by = Visto por { $name } el { $date }
list-seen-head = Lo que vio { $name }
list-mine-head = Lo que anoté el { $date }
list-mine-none = No anoté nada cerca de ese día
list-seen-red = También visto: { $signs }
list-guest-title = { $name }, { $owner } te pide que mires también
list-guest-until = Esto termina el { $date }. Puede terminar antes si { $owner } lo dice.
list-guest-over = Esto terminó el { $date }. Por favor, no agregues nada más y borra el archivo.
list-share-over = Ese día es posterior al fin del acuerdo.
list-guest-rated = Agregado. Ahora haz el archivo para devolver.
list-guest-unsaved = Todavía no hiciste el archivo. Oprime otra vez para salir sin él.
list-somebody = alguien
list-file-own = Mis señales tempranas: una copia. Abre este archivo en la página de la lista para seguir con ella. Cualquiera puede leerlo.
list-file-share = Para { $name }, de { $owner }, hasta el { $date }. Abre este archivo en la página “Mis señales tempranas”, en “Abrir un archivo”. Por favor, no se lo muestres a nadie más. Estas son las señales:
list-file-answer = De { $name }, para { $owner }: lo que he visto. Es como yo lo vi, y no la verdad sobre ti. Abre este archivo en tu propia lista, en “Abrir un archivo”.
list-file-made = El archivo está en tus descargas.
list-file-foreign = Este archivo no es de esta lista. No se cambió nada.
list-file-damaged = Falta una parte de este archivo, o alguien lo cambió. No se tomó nada de él. Pídelo otra vez.
list-file-newer = Este archivo viene de una versión más nueva de esta página. Abre la página más nueva e inténtalo allí.
list-file-unknown = Este archivo es de un acuerdo que no está en la lista de esta página. Abre primero tu copia, y después este archivo.
list-file-withdrawn = Terminaste este acuerdo. Lo que escribió no se tomó.
list-file-ended = Todo esto se escribió después del fin del acuerdo. No se tomó.
list-need-name = Primero escribe quién te ayuda a mirar.
list-need-signs = Elige al menos una señal para compartir.
list-need-until = Elige el día en que esto termina.
list-opened-own = Tu copia está abierta.
list-opened-asked = Alguien te pide que mires también.
list-taken-in = { $n ->
    [one] { $count } entrada de { $name } está ahora en tu lista.
   *[other] { $count } entradas de { $name } están ahora en tu lista.
}
list-usual-title = Cuando estoy bien
list-time-title = Con el tiempo
list-after-title = Después de una mala época
