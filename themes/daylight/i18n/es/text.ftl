# Palabras dentro del texto de las páginas: títulos de los recuadros que no tienen uno propio, y citas.

callout-note = Conviene saberlo
callout-tip = Consejo
callout-important = Importante
callout-warning = Ten cuidado
callout-example = Ejemplo
callout-story = Una historia inventada
callout-evidence = Lo que encontraron los estudios
callout-crisis = Habla con alguien ahora
callout-facilitator = Para quien facilita
callout-check = Comprueba lo que sabes
callout-reflect = Para ti
citation = Fuente
footnote-back = Volver al texto
more-sources = Más fuentes
chart-in-100 = de cada 100
chart-dots = Cada círculo es una persona de cada 100; un círculo lleno es una persona contada aquí.
