# Las palabras que rodean cada página. Claras, cálidas y breves; español neutro, de tú.

skip-to-main = Ir al texto principal
safety-bar = Ayuda inmediata y salida rápida
help-now = Ayuda ahora
my-plan = Mi plan
leave-now = Salir de aquí
languages = Idioma
menu = Menú
main-navigation = Principal
breadcrumb = Estás aquí
footer-navigation = Sobre este sitio
home = Inicio

footer-help-title = Habla con alguien ahora
all-help-lines = Todas las líneas de ayuda, también en otros países
about = Sobre este sitio
privacy = Privacidad
glossary = Palabras explicadas
sources = Fuentes
nothing-kept = Sin cuentas, sin cookies, sin rastreo.
not-medical-advice = Este sitio da información. No reemplaza a un médico, a un terapeuta ni a un equipo de crisis.
licence = El texto se puede compartir bajo { $name }.
source-code = Cómo está hecho este sitio

emergency-if = Si alguien está en peligro en este momento:
call-number = Llama al { $number }
text-number = Envía un mensaje al { $number }
text-word = Envía { $word } al { $number }
chat-online = Chat en línea
line-checked = Comprobado el
line-source = Fuente: { $name }
other-countries = Si estás en otro país
lines-advice = No son para una crisis, pero responden preguntas:
country-missing = ¿No está tu país? Esta lista tiene muchos más:

audience-family = Para familias
audience-client = Para ti
audience-educator = Para quienes enseñan
reading-minutes = { $minutes ->
    [one] 1 minuto de lectura
   *[other] { $minutes } minutos de lectura
}
reviewed = Revisado el
reviewed-by = Revisado por { $name } el
not-reviewed = Ningún profesional clínico ha revisado aún esta página
last-changed = Último cambio:
evidence = ¿Qué tan bien probado está?
evidence-grade = { $letter }: { $words }
evidence-a = varios buenos estudios coinciden
evidence-b = buenos estudios, con límites
evidence-c = prometedor, pocos estudios
evidence-d = en debate, o no demostrado

not-translated = Esta página aún no está en español. Aquí tienes el original.
on-this-page = En esta página
in-this-section = En esta parte
page-sources = Fuentes de esta página
previous-next = Seguir leyendo
previous = Antes:
next = Después:
also-called = También se llama:

home-sections = Todo lo que hay en este sitio

pages = Páginas
page-count = { $count ->
    [one] 1 página
   *[other] { $count } páginas
}

not-found-title = Esa página no está aquí
not-found-text = Quizás cambió de lugar, o la dirección tiene un error. No hiciste nada mal. Alguno de estos enlaces puede servirte.

date = { $day } de { $month } de { $year }
date-among = { $date }, número { $number }
month-01 = enero
month-02 = febrero
month-03 = marzo
month-04 = abril
month-05 = mayo
month-06 = junio
month-07 = julio
month-08 = agosto
month-09 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
