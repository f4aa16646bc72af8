# Palabras de las herramientas interactivas.

tool-minutes = { $n ->
    [one] Alrededor de 1 minuto.
   *[other] Alrededor de { $n } minutos.
}
tool-asks = Tiempo por el que pregunta: { $timeframe }.
tool-private = Tus respuestas se quedan en esta página. No se envía nada. No se guarda nada si tú no lo pides.
tool-not-diagnosis = No es un diagnóstico. Solo puede darlo una persona con formación que hable contigo.
tool-stop = Puedes parar cuando quieras. Al cerrar la página, tus respuestas desaparecen, si no las guardaste. El historial del navegador sigue mostrando la página.
tool-help-first = Si estás en peligro o podrías hacerte daño, busca ayuda primero.
tool-limits = Lo que este cuestionario no puede decir
tool-questions = Preguntas
tool-no-script = Elige tus respuestas aquí o en papel. Después suma tus puntos con la tabla de abajo.
tool-only-if-all = Responde solo si todo esto es cierto:
tool-only-if-any = Responde solo si algo de esto es cierto:
tool-condition = tu respuesta a la pregunta { $number } es { $labels }
tool-condition-or-none = tu respuesta a la pregunta { $number } es { $labels } o está en blanco
tool-or = o
tool-optional = Puedes dejar esta sin responder.
tool-error = Error:
tool-error-answer = Elige una respuesta a la pregunta { $number }
tool-error-heading = Faltan algunas respuestas
tool-error-intro = El resultado necesita una respuesta a cada una de estas:
tool-progress = { $done } de { $total } respondidas
tool-see-result = Ver mi resultado
tool-again = Borrar mis respuestas
tool-print = Imprimir
tool-updated = Tus respuestas cambiaron. El resultado está al día.
tool-withdrawn = Tus respuestas cambiaron. El resultado necesita todas las respuestas y ahora no se muestra.
tool-cleared = Se han borrado todas las respuestas.
tool-result = Tu resultado
tool-next = Lo que muchas personas hacen después
tool-bring = Qué llevar a una cita
tool-number = El número y de dónde sale
tool-score-of = { $title }:
tool-out-of = de { $max }
tool-answered = Elegiste una respuesta que puede querer decir que no estás a salvo.
tool-bands = Niveles del puntaje
tool-band-score = Puntaje
tool-band-words = En palabras
tool-range = { $from } a { $to }
tool-accuracy = Qué tan exacto es
tool-by-hand = Calcular el puntaje a mano
tool-hand-1 = Da a cada respuesta sus puntos.
tool-hand-answer = Respuesta
tool-hand-points = Puntos
tool-hand-question = Pregunta { $number }
tool-hand-sum = { $title }: suma los puntos de { $questions }.
tool-hand-mean = { $title }: suma los puntos de { $questions } y divide entre cuántas respondiste.
tool-hand-count = { $title }: cuenta las respuestas con { $points } puntos o más, entre { $questions }.
tool-hand-multiply = Multiplica por { $factor }.
tool-hand-require = Todas estas preguntas necesitan una respuesta. Si falta una, no hay puntaje.
tool-hand-prorate = { $n ->
    [one] Si falta 1 respuesta, multiplica la suma por { $all } y divide entre el número de respuestas; redondea a un número entero. Si faltan más, no hay puntaje.
   *[other] Si faltan hasta { $n } respuestas, multiplica la suma por { $all } y divide entre el número de respuestas; redondea a un número entero. Si faltan más, no hay puntaje.
}
tool-hand-hidden = Las preguntas que no te correspondían no cuentan.
tool-hand-questions = las preguntas { $numbers }
tool-hand-find = Busca tu puntaje en la tabla.
tool-hand-write = Mi puntaje:
tool-date = Fecha:
tool-means = Qué puede significar
tool-source = Fuente y derechos
tool-holder = Derechos: { $holder }
tool-checked = Fuente y derechos revisados por última vez:
tool-wording = Texto:
tool-unchanged = Las preguntas, las respuestas y su orden son los del formulario publicado.
tool-own = Este es un cuestionario nuestro. No es una escala validada.
tool-yes = Sí
tool-no = No
tool-entry = Anotación { $number }
tool-add = Agregar otra
tool-several = Elige todas las que correspondan.
tool-condition-any = respondiste la pregunta { $number }
tool-condition-none = dejaste en blanco la pregunta { $number }
tool-error-number = Escribe un número como respuesta a la pregunta { $number }:
tool-error-date = Elige un día como respuesta a la pregunta { $number }
tool-error-text = Escribe una respuesta a la pregunta { $number }
tool-if-group = Con la respuesta “{ $group }”:
tool-hand-weighted = { $title }: multiplica los puntos de cada pregunta como se indica y después súmalos.
tool-hand-weight = { $part } por { $weight }
tool-hand-formula = { $title }: calcula esto con los puntos:
tool-hand-reverse = La pregunta { $number } cuenta al revés: { $from } menos sus puntos.
tool-hand-minimum = Necesitas al menos { $n } respuestas. Con menos, no hay puntaje.
tool-hand-risk-all = Si todo esto es cierto, lee lo que sigue:
tool-hand-risk-any = Si algo de esto es cierto, lee lo que sigue:
tool-hand-risk-score = { $title } es { $least } o más
