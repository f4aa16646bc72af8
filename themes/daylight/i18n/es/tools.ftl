# Palabras de las herramientas interactivas.

tool-minutes = { $n ->
    [one] Alrededor de 1 minuto.
   *[other] Alrededor de { $n } minutos.
}
tool-asks = Pregunta por este tiempo: { $timeframe }.
tool-private = Sus respuestas se quedan en esta página. No se envía ni se guarda nada.
tool-not-diagnosis = No es un diagnóstico. Solo puede hacerlo una persona con formación que hable con usted.
tool-stop = Puede parar cuando quiera. Al cerrar la página, todo desaparece.
tool-help-first = Si está en peligro o podría hacerse daño, busque ayuda primero.
tool-limits = Lo que este cuestionario no puede decir
tool-questions = Preguntas
tool-no-script = Elija sus respuestas aquí o en papel. Después sume sus puntos con la tabla de abajo.
tool-only-if-all = Responda solo si todo esto es cierto:
tool-only-if-any = Responda solo si algo de esto es cierto:
tool-condition = su respuesta a la pregunta { $number } es { $labels }
tool-condition-or-none = su respuesta a la pregunta { $number } es { $labels } o está en blanco
tool-or = o
tool-optional = Puede dejar esta sin responder.
tool-error = Error:
tool-error-answer = Elija una respuesta a la pregunta { $number }
tool-error-heading = Faltan algunas respuestas
tool-error-intro = El resultado necesita una respuesta a cada una de estas:
tool-progress = { $done } de { $total } respondidas
tool-see-result = Ver mi resultado
tool-again = Borrar mis respuestas
tool-print = Imprimir
tool-updated = Sus respuestas cambiaron. El resultado está al día.
tool-withdrawn = Sus respuestas cambiaron. El resultado necesita todas las respuestas y ahora no se muestra.
tool-cleared = Se han borrado todas las respuestas.
tool-result = Su resultado
tool-next = Lo que muchas personas hacen después
tool-bring = Qué llevar a una cita
tool-number = El número y de dónde sale
tool-score-of = { $title }:
tool-out-of = de { $max }
tool-answered = Eligió una respuesta que puede querer decir que no está a salvo.
tool-bands = Niveles de la puntuación
tool-band-score = Puntuación
tool-band-words = En palabras
tool-range = { $from } a { $to }
tool-accuracy = Qué tan exacto es
tool-by-hand = Calcular la puntuación a mano
tool-hand-1 = Dé a cada respuesta sus puntos.
tool-hand-answer = Respuesta
tool-hand-points = Puntos
tool-hand-question = Pregunta { $number }
tool-hand-sum = { $title }: sume los puntos de { $questions }.
tool-hand-mean = { $title }: sume los puntos de { $questions } y divida entre cuántas respondió.
tool-hand-count = { $title }: cuente las respuestas con { $points } puntos o más, entre { $questions }.
tool-hand-multiply = Multiplique por { $factor }.
tool-hand-require = Todas estas preguntas necesitan una respuesta. Si falta una, no hay puntuación.
tool-hand-prorate = { $n ->
    [one] Si falta 1 respuesta, multiplique la suma por { $all } y divida entre el número de respuestas; redondee a un número entero. Si faltan más, no hay puntuación.
   *[other] Si faltan hasta { $n } respuestas, multiplique la suma por { $all } y divida entre el número de respuestas; redondee a un número entero. Si faltan más, no hay puntuación.
}
tool-hand-hidden = Las preguntas que no le correspondían no cuentan.
tool-hand-questions = las preguntas { $numbers }
tool-hand-find = Busque su puntuación en la tabla.
tool-hand-write = Mi puntuación:
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
tool-add = Añadir otra
tool-several = Elija todas las que correspondan.
tool-condition-any = respondió la pregunta { $number }
tool-condition-none = dejó en blanco la pregunta { $number }
tool-error-number = Escriba un número como respuesta a la pregunta { $number }:
tool-error-date = Elija un día como respuesta a la pregunta { $number }
tool-error-text = Escriba una respuesta a la pregunta { $number }
tool-if-group = Con la respuesta «{ $group }»:
tool-hand-weighted = { $title }: multiplique los puntos de cada pregunta como se indica y después súmelos.
tool-hand-weight = { $part } por { $weight }
tool-hand-formula = { $title }: calcule esto con los puntos:
tool-hand-reverse = La pregunta { $number } cuenta al revés: { $from } menos sus puntos.
tool-hand-minimum = Necesita al menos { $n } respuestas. Con menos, no hay puntuación.
tool-hand-risk-all = Si todo esto es cierto, lea lo que sigue:
tool-hand-risk-any = Si algo de esto es cierto, lea lo que sigue:
tool-hand-risk-score = { $title } es { $least } o más
