// The few lines of script that start a page with tools: quick exit, then the WebAssembly, then its events.
// The generator puts the kinds of tools that the page holds in place of the mark.

// Quick exit. It works before and without the WebAssembly.
const leave = link => {
  document.title = link.hostname;
  for (const form of document.forms) form.reset();
  document.body.replaceChildren();
  location.replace(link.href);
};
const exit = document.querySelector('[data-quick-exit]');
document.addEventListener('click', event => {
  if (exit && event.target.closest('[data-quick-exit]')) {
    event.preventDefault();
    leave(exit);
  }
});
let shifts = [];
document.addEventListener('keydown', event => {
  if (event.key !== 'Shift') shifts = [];
  else if (!event.repeat) {
    shifts = [...shifts.filter(time => event.timeStamp - time < 5000), event.timeStamp];
    if (exit && shifts.length > 2) leave(exit);
  }
});

// Bytes that stand in the page as text; generator/src/text_bytes.rs writes them.
const bytes = text => {
  const all = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) all[i] = text.charCodeAt(i) ^ 105;
  return all;
};

// Paper shows what a press would open; afterwards the page is as it was.
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('.tool details:not([open])')];
  for (const part of opened) part.open = true;
});
addEventListener('afterprint', () => {
  for (const part of opened) part.open = false;
});

// Every kind of tool on this page: how it starts, and its module.
const kinds = {};
/* @kinds */

const bind = (section, tools) => {
  const definition = section.querySelector('template[data-definition]').content.textContent;
  const tool = tools.take_over(section, bytes(definition));
  if (!tool) return;
  section.addEventListener('change', ({ target }) =>
    tool.changed(target.name || '', target.type !== 'checkbox' || target.checked ? target.value : ''));
  section.addEventListener('submit', event => event.preventDefault());
  section.addEventListener('click', event => {
    const control = event.target.closest('[data-action]');
    if (!control) return;
    event.preventDefault();
    if (control.dataset.action === 'print') print();
    else tool.pressed(control.dataset.action, control.dataset.for || '');
  });
  // A page that the browser has kept and brings back may show other answers than this module remembers.
  addEventListener('pageshow', () => tool.changed('', ''));
};
// Where WebAssembly cannot start, the form stays as it is: complete, to be used on paper.
for (const kind in kinds) {
  const tools = kinds[kind];
  const start = () => document.querySelectorAll(`section[data-kind="${kind}"]`).forEach(section => bind(section, tools));
  tools.start(bytes(tools.module)).then(start, () => {});
}
