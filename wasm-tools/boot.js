// The few lines of script that start a page with tools: quick exit, then the WebAssembly, then its events.
// The generator puts the kinds of tools that the page holds in place of the mark.

// Quick exit. It works before and without the WebAssembly.
const leave = link => {
  // Nothing asks whoever leaves quickly (store.js).
  onbeforeunload = null;
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
  for (let i = 0; i < text.length; i++) all[i] = text.charCodeAt(i) ^ 65;
  return all;
};

// A module stands in the page taken apart, like beside like, since that is lighter on the way. generator/build/rows.rs
// has done it, and tells which rows hold what stands behind an operation.
const BEFORE = 0, AFTER = 1, OPERATIONS = 2, LOCALS = 3, LABELS = 4, ADDED = 5;
const operands = [];
for (const [from, to, ...rows] of [/* @operands */]) for (let code = from; code <= to; code++) operands[code] = rows;
const whole = texts => {
  const rows = texts.map(bytes), read = rows.map(() => 0), operations = rows[OPERATIONS];
  // The lengths of functions are not in the rows, and are shorter than what they measure.
  const made = new Uint8Array(2 * rows.reduce((sum, row) => sum + row.length, 0));
  let end = 0, next = 0;
  const put = part => {
    made.set(part, end);
    end += part.length;
  };
  const number = row => {
    const from = rows[row];
    let at = read[row], value = 0, shift = 0, part;
    do {
      made[end++] = part = from[at++];
      value |= (part & 127) << shift;
      shift += 7;
    } while (part > 127);
    read[row] = at;
    return value;
  };
  // What has its length in front of it, seven bits to a byte.
  const measured = make => {
    const start = end;
    make();
    const length = end - start;
    let room = 1;
    while (length >> 7 * room) room++;
    made.copyWithin(start + room, start, end);
    for (let i = 0; i < room; i++) made[start + i] = length >> 7 * i & 127 | (i < room - 1 ? 128 : 0);
    end += room;
  };
  const body = () => {
    for (let groups = number(LOCALS); groups--;) {
      number(LOCALS);
      number(LOCALS);
    }
    // Blocks stand in blocks; the last end is that of the function.
    for (let depth = 1; depth;) {
      let code = made[end++] = operations[next++];
      if (code === 252) code = 256 + (made[end++] = operations[next++]);
      if (code === 11) depth--;
      else if (code > 1 && code < 5) depth++;
      else if (code === 14) for (let labels = number(LABELS); labels-- >= 0;) number(LABELS);
      const behind = operands[code];
      if (!behind) continue;
      number(code === 65 && operations[next] === 106 ? ADDED : behind[0]);
      if (behind.length > 1) number(behind[1]);
    }
  };
  put(rows[BEFORE]);
  put([10]);
  measured(() => { for (let functions = number(LOCALS); functions--;) measured(body); });
  put(rows[AFTER]);
  return made.slice(0, end);
};

// Paper shows what a press would open; afterwards the page is as it was.
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('.tool details:not([open])')];
  for (const part of opened) part.open = true;
});
addEventListener('afterprint', () => {
  for (const part of opened) part.open = false;
  // A form of paper is chosen for one print alone.
  for (const section of document.querySelectorAll('[data-paper]')) delete section.dataset.paper;
});

// The reader's own day, for what is taken along, or one some days later: the modules have no clock.
const day = (later = 0) => {
  const now = new Date();
  now.setDate(now.getDate() + later);
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => `${part}`.padStart(2, '0')).join('-');
};

const moment = () => new Date().toISOString();
for (const field of document.querySelectorAll('[data-in-days]')) field.defaultValue = day(+field.dataset.inDays);

// A file to take along, as a module makes it: its name, its media type, its text. It goes to the reader's
// downloads by a link that stands in the page, and is let go with the next press or on leaving.
let made;
const release = () => { made = made && URL.revokeObjectURL(made); };
addEventListener('pagehide', release);
const hand_over = (link, file) => {
  const [name, type] = file.split('\n', 2);
  if (!type) return;
  made = URL.createObjectURL(new Blob([file.slice(name.length + type.length + 2)], { type }));
  link.href = made;
  link.download = name;
  link.click();
  link.removeAttribute('href');
};

// The text of a file that the reader opens. What is too large, or gone, is handed on as empty.
const text_of = file => file.size < 4e6 ? file.text().catch(() => '') : Promise.resolve('');

// Every kind of tool on this page: its bindings, and its module.
const kinds = {};
/* @kinds */

// The tools of this page, by their ids, for what stands behind these lines (store.js, hand-over.js).
const tools_here = {};
const started = [];

const bind = (section, tools) => {
  const definition = section.querySelector('template[data-definition]').content.textContent;
  const tool = tools.take_over(section, bytes(definition));
  if (!tool) return;
  // Taking away a field that has the focus makes the browser tell of a change in the midst of a call. The module
  // reads all fields at each press, so such news may be dropped.
  let busy = false;
  const ask = question => {
    if (busy) return '';
    busy = true;
    try { return question(); } finally { busy = false; }
  };
  tools_here[section.dataset.tool] = Object.assign(tool, { ask });
  section.addEventListener('input', ({ target }) => ask(() => tool.typed?.(target.name || '', target.value)));
  tool.today?.(day());
  section.addEventListener('change', ({ target }) => {
    const what = target.dataset.open;
    if (what === undefined)
      return ask(() => tool.changed(target.name || '', target.type !== 'checkbox' || target.checked ? target.value : ''));
    for (const file of target.files) text_of(file).then(text => {
      target.value = '';
      ask(() => tool.opened(what, text));
    });
  });
  section.addEventListener('submit', event => event.preventDefault());
  section.addEventListener('click', event => {
    const control = event.target.closest('[data-action]');
    if (!control) return;
    event.preventDefault();
    release();
    const { action, for: item = '' } = control.dataset;
    tool.today?.(day());
    if (action === 'print') {
      // A tool may print only a part of itself.
      ask(() => tool.pressed(action, item));
      print();
    }
    else if (action === 'take') hand_over(section.querySelector('a[data-file]'), ask(() => tool.take(item, day(), moment())));
    else ask(() => tool.pressed(action, item));
  });
  // Rows can be dragged by their grip, with a finger or a mouse. Each row that is passed is one step, as a press on the
  // buttons beside it would be, and the module says so. Escape, or the browser taking over, brings all of it back.
  let dragged;
  const button = () => dragged && section.querySelector(`[data-action=up][data-for="${dragged.row}"]`);
  const step = by => {
    ask(() => tool.pressed(by < 0 ? 'up' : 'down', dragged.row));
    dragged.steps += by;
  };
  const let_go = back => {
    while (back && dragged?.steps) step(-Math.sign(dragged.steps));
    dragged = undefined;
    section.toggleAttribute('data-drags', false);
  };
  const drag = () => {
    const row = button()?.closest('li');
    if (!row) return;
    const { y } = dragged;
    const box = part => part?.getBoundingClientRect();
    const own = box(row), above = box(row.previousElementSibling), below = box(row.nextElementSibling);
    // Only so far that the row is under the finger afterwards.
    if (above && y < Math.min(own.top, above.top + own.height)) step(-1);
    else if (below && y > Math.max(own.bottom, below.bottom - own.height)) step(1);
    const edge = y < 96 ? -8 : y > innerHeight - 64 ? 8 : 0;
    if (edge) scrollBy({ top: edge, behavior: 'instant' });
    requestAnimationFrame(drag);
  };
  section.addEventListener('pointerdown', event => {
    const row = !event.button && !dragged && event.target.closest('[data-grip]')?.closest('li');
    if (!row) return;
    event.preventDefault();
    // The grip itself is drawn anew with each step.
    section.setPointerCapture(event.pointerId);
    dragged = { row: row.querySelector('[data-action=up]').dataset.for, y: event.clientY, steps: 0 };
    section.toggleAttribute('data-drags', true);
    button().focus({ preventScroll: true });
    drag();
  });
  section.addEventListener('pointermove', event => { if (dragged) dragged.y = event.clientY; });
  section.addEventListener('pointerup', () => let_go());
  section.addEventListener('lostpointercapture', () => let_go(true));
  document.addEventListener('keydown', event => { if (event.key === 'Escape') let_go(true); });
  // The way to one's own plan stands on every page. On the plan's own it needs no new page.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-my-plan]');
    if (!link || !section.querySelector(link.hash)) return;
    event.preventDefault();
    ask(() => tool.pressed('crisis', ''));
  });
  // A page that the browser has kept and brings back may show other answers than this module remembers.
  addEventListener('pageshow', () => ask(() => {
    tool.changed('', '');
    tool.shown?.();
  }));
};
// The page in another language is another document, which would not know the answers. Where the form stands here in
// that language as well, it changes over in its place as soon as something is answered.
document.addEventListener('click', event => {
  const link = event.target.closest('a[hreflang]');
  const button = link && document.querySelector(`[data-action=language][lang="${link.hreflang}"]`);
  const fields = button ? [...button.form.elements] : [];
  if (fields.some(field => field.checked || (field.dataset.field !== undefined && field.value))) {
    event.preventDefault();
    button.click();
  }
});
// Where WebAssembly cannot start, the form stays as it is: complete, to be used on paper.
for (const kind in kinds) {
  const tools = kinds[kind].tools = kinds[kind].bind();
  const module = kinds[kind].module = whole(kinds[kind].module);
  const start = () => document.querySelectorAll(`section[data-kind="${kind}"]`).forEach(section => bind(section, tools));
  started.push(tools.start(module).then(start, () => {}));
}
/* @behind */
