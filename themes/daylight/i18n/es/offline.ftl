# La página que guarda el sitio en el dispositivo.

offline = Usar sin internet
offline-keep = Guardar este sitio en este dispositivo
offline-again = Actualizarlo
offline-forget = Quitarlo de este dispositivo
offline-working = Empezando…
offline-progress = Ya están aquí { $done } de { $total } páginas y archivos.
offline-kept = Todo el sitio está ahora en este dispositivo: { $size } MB. Puedes apagar internet y probarlo.
offline-here = El sitio está en este dispositivo.
offline-gone = El sitio ya no está guardado en este dispositivo. Volvimos a mirar: no queda nada.
offline-stays = Algo no se pudo quitar. Borra los datos de este sitio en la configuración de tu navegador.
offline-failed = No llegó todo. Lo que estaba guardado antes sigue aquí. Inténtalo otra vez cuando la conexión sea mejor.
offline-refused = Este navegador no lo permitió, quizás porque es una ventana privada o el dispositivo está lleno. Nada más cambió.
offline-impossible = Este navegador no puede guardar el sitio. Aun así puedes guardar o imprimir páginas sueltas.
offline-no-script = Esto necesita scripts, que están desactivados. Aun así puedes guardar o imprimir páginas sueltas.
