# Palabras de los planes.

plan-minutes = { $n ->
    [one] Cerca de 1 minuto. No hace falta terminarlo hoy.
   *[other] Cerca de { $n } minutos. No hace falta terminarlo hoy.
}
plan-unwatched = Nadie vigila esta página, así que nadie puede acudir por lo que escribas aquí.
plan-lines = Si ahora mismo no estás a salvo
plan-limits = Qué puede y qué no puede hacer este plan
plan-no-script = Escribe aquí e imprime la página, o imprímela y escribe a mano.
plan-look-again = Volver a mirarlo el:
plan-ideas = Ideas, por si alguna te sirve
plan-field-text = Con tus palabras
plan-field-name = Nombre
plan-field-number = Teléfono
plan-field-hours = Mejores horas
plan-field-who = Con quién
plan-field-until = Hasta cuándo
plan-field-day = Día
plan-tick-steps = Hecho
plan-tick-contacts = Ya le pregunté
