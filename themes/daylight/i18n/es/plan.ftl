# Palabras de los planes. Donde la página misma escribe un número o un día, está `#`.

plan-minutes = { $n ->
    [one] Cerca de 1 minuto. No hace falta terminarlo hoy.
   *[other] Cerca de { $n } minutos. No hace falta terminarlo hoy.
}
plan-private = Lo que escribes se queda en esta página. No se envía nada.
plan-unwatched = Nadie la vigila, así que nadie puede acudir por lo que escribas aquí.
plan-lines = Si ahora mismo no estás a salvo
plan-more-lines = Más líneas
plan-lines-short = Ayuda a toda hora
plan-limits = Qué puede y qué no puede hacer este plan
plan-large = Mostrar mi plan en grande
plan-write = Escribe tu plan
plan-no-script = Escribe aquí e imprime la página, o imprímela y escribe a mano.
plan-look-again = Volver a mirarlo el:
plan-ideas = Ideas, por si alguna te sirve
plan-entry = { $title }, { $number }
plan-field-text = Qué
plan-field-name = Nombre
plan-field-number = Teléfono
plan-field-hours = Mejores horas
plan-field-who = Con quién
plan-field-until = Hasta cuándo
plan-field-day = Día
plan-tick-steps = Hecho
plan-tick-contacts = Ya le pregunté
plan-add-lines = Agregar una línea
plan-add-steps = Agregar un paso
plan-add-contacts = Agregar una persona o un lugar
plan-add-reasons = Agregar otra
plan-add-agreements = Agregar un acuerdo
plan-add-dates = Agregar un día
plan-up = Subir, fila { $number }
plan-down = Bajar, fila { $number }
plan-remove = Quitar la fila { $number }
plan-undo = Traerla de vuelta
plan-call = Llamar
plan-message = Escribir un mensaje
plan-moved = Movida. Ahora es la número #.
plan-end = No puede moverse más.
plan-added = Agregada a tu plan.
plan-removed = Quitada.
plan-back = Ya está de vuelta.
plan-others = De una forma anterior de este plan
plan-others-why = Estas palabras tuyas no tienen lugar en el plan como es ahora. Se conservan con él.
plan-take = Imprimirlo o llevarlo
plan-print-a4 = Imprimir (A4)
plan-print-letter = Imprimir (carta)
plan-print-card = Imprimir una tarjeta
plan-take-text = Llevarlo como texto
plan-take-file = Llevarlo como archivo
plan-open = Abrir un archivo de plan
plan-take-hint = El archivo se abre otra vez en esta página, en cualquier dispositivo. No está cerrado con clave: quien lo encuentre puede leerlo.
plan-nothing = Todavía no hay nada en tu plan.
plan-opened = Tu archivo está abierto. Lo que había aquí se conserva como versión anterior.
plan-other-plan = Este archivo contiene otro tipo de plan. Aquí no ha cambiado nada.
plan-unreadable = Este archivo no se puede leer como un plan. Aquí no ha cambiado nada.
plan-review = Mirar atrás
plan-review-why = { $n ->
    [one] Después de un momento difícil, o mañana, vuelve a mirar tu plan.
   *[other] Después de un momento difícil, o al cabo de unos { $n } días, vuelve a mirar tu plan.
}
plan-keep = Guardar una versión con la fecha de hoy
plan-keep-hint = Las versiones son parte de tu plan: van con él cuando lo guardas o te lo llevas como archivo.
plan-kept = Guardada con la fecha de hoy.
plan-versions = Versiones anteriores
plan-compare = Qué ha cambiado desde entonces
plan-compare-of = Qué ha cambiado desde el #
plan-restore = Volver a esta
plan-restore-of = Volver a esta, del #
plan-erase = Quitar
plan-erase-of = Quitar la versión del #
plan-restored = La versión anterior está de vuelta. Lo que había aquí se conserva en la lista.
plan-unchanged = No ha cambiado nada desde entonces.
plan-then = Antes:
plan-new = Nuevo:
plan-again = Empezar de nuevo
plan-again-ask = Esto borra de esta página todas las palabras del plan y sus versiones anteriores. No se pueden recuperar.
plan-again-yes = Borrarlo todo
plan-again-no = Conservar mis palabras
plan-cleared = Todo está borrado.
plan-crisis-empty = Todavía no hay nada en tu plan. Aun así puedes llamar, escribir o acudir a alguien ahora.
plan-now = Ahora mismo
plan-at-hand = Tus pasos, como los guardaste el { $date }.
plan-at-hand-rest = Abre el plan completo con tu frase
plan-edit = Escribir o cambiar mi plan
plan-card-fold = Recorta por la línea de fuera. Dóblala dos veces y llévala contigo.
