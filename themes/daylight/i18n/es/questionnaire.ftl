# Palabras de los cuestionarios.

take-heading = Llévate tus respuestas
take-intro = Cada botón crea un archivo en este dispositivo. No se envía nada. Otras personas que usan este dispositivo podrían abrir el archivo.
take-text = Texto simple
take-csv = Tabla (CSV)
take-fhir = Para una clínica (FHIR)
take-open = Abre un archivo hecho aquí para seguir con tus respuestas (un archivo .json)
take-taken = El archivo está listo. Lo encuentras en tus descargas.
take-nothing = Todavía no hay respuestas, así que no hay nada que llevar.
take-opened = Las respuestas del archivo ya están en el formulario.
take-opened-part = Las respuestas del archivo ya están en el formulario. También tenía respuestas que no son de estas preguntas; no se usaron.
take-damaged = No se puede leer este archivo. Puede estar dañado o ser de otro tipo. Tus respuestas de aquí siguen como estaban.
take-other = Este archivo es de otro formulario o está vacío. Tus respuestas de aquí siguen como estaban.
take-undo = Recuperar las respuestas que estaban aquí antes
take-undone = Tus respuestas anteriores están de vuelta.
take-csv-date = Fecha
take-csv-question = Pregunta
take-csv-answer = Respuesta
take-help = Si estás en peligro o piensas en hacerte daño, busca ayuda ahora.
tool-one = Mostrar una pregunta a la vez
tool-step = Pregunta { $number } de { $total }
tool-back = Atrás
tool-next-question = Siguiente
tool-language-changed = El formulario está ahora en español. Tus respuestas siguen aquí; el resto de la página queda como estaba.
tool-untranslated = Aquí no hay una traducción oficial comprobada de este cuestionario. Por eso sus preguntas están en el idioma original, el inglés.
tool-original = Ir a la página en inglés
