// The driver of the vault: carries out the single steps that the vault asks for, and decides nothing.
// It stands behind boot.js in pages in which something can be kept. What is stored here is sealed by the module
// before it comes here; the phrase passes through once and is not held. `keeping` is the module with the vault in it.

// One store with two slots, and a third place for steps that a person lets be read before the phrase, under names that
// tell nothing. From a file, all local files share one store: there all of it is in this page alone, and only a backup
// file can be taken along.
const PLACE = 'kept';
const is_file = document.URL.startsWith('file:');
let in_page = [];

// Whoever only looks opens nothing where nothing is: a page that is left in the midst of that, and kept for going back,
// would hold up every other page.
const is_there = async () => {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === PLACE);
  } catch {
    return true;
  }
};
const reach = async mode => (mode !== 'readonly' || await is_there()) && new Promise((done, fail) => {
  const asked = indexedDB.open(PLACE, 1);
  // Looking must not leave so much as an empty store behind.
  asked.onupgradeneeded = () =>
    mode === 'readonly' ? asked.transaction.abort() : asked.result.createObjectStore(PLACE);
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => asked.error.name === 'AbortError' ? done() : fail(asked.error);
});

// Calls `use` with all that is stored, within a transaction that nothing can come between; `use` may put what it wants
// into one place after the other.
const transact = async (mode, use) => {
  if (is_file) return use(in_page, (bytes, slot) => { in_page[slot] = bytes; });
  const base = await reach(mode);
  if (!base) return use([]);
  try {
    await new Promise((done, fail) => {
      const work = base.transaction(PLACE, mode, { durability: 'strict' });
      const store = work.objectStore(PLACE);
      const places = [0, 1, 2].map(place => store.get(place));
      places[2].onsuccess = () => use(places.map(place => plain(place.result)), (bytes, place) =>
        bytes.length ? store.put(bytes, place) : store.delete(place));
      work.oncomplete = done;
      work.onabort = () => fail(work.error);
    });
  } finally {
    base.close();
  }
};

// Whatever else stands there is handed on as something that is none of ours.
const plain = part => part === undefined || part instanceof Uint8Array ? part : new Uint8Array(1);

// Everything that this site can have stored: the vault, and the copies of pages for reading without a network.
const erase = async () => {
  in_page = [];
  if (is_file) return;
  await new Promise((done, fail) => {
    const asked = indexedDB.deleteDatabase(PLACE);
    asked.onsuccess = done;
    asked.onerror = asked.onblocked = () => fail(asked.error || new Error());
  });
  for (const name of window.caches ? await caches.keys() : []) await caches.delete(name);
  const workers = navigator.serviceWorker;
  for (const worker of workers ? await workers.getRegistrations() : []) await worker.unregister();
};

// A phrase as it counts: however the device writes its letters, with or without accents and capitals.
const folded = text => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

// Lets the page be seen before work that holds it up.
const paint = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));

const keep_in = (section, tool) => {
  const keep = keeping.tools.take_over_keep(section, is_file);
  const others = window.BroadcastChannel && !is_file && new BroadcastChannel(PLACE);
  const held = () => tool && !tool.is_empty() ? tool.body() : undefined;
  const now = () => Date.now() / 1000;
  let busy = false;

  // A module's memory never shrinks: the key is made in one of its own, which is then let go.
  const derive = async () => {
    keep.hear('working', '');
    await paint();
    const spare = keeping.bind();
    await spare.start(keeping.module);
    const order = keep.order();
    const key = spare.derive(order);
    order.fill(0);
    keep.derived(key);
  };
  const step = {
    look: () => transact('readonly', stored => keep.seen(...stored)),
    write: () => transact('readwrite', (stored, put) => {
      for (let part; part = keep.decide(...stored);) put(part.slice(1), part[0]);
    }).then(() => keep.hear('wrote', '')),
    erase: () => erase().then(() => keep.hear('erased', '')),
    derive,
  };
  // Steps that may be read before the phrase follow what is kept; only the tool knows which of it are steps.
  const follow = () => {
    const source = tool && tool.steps && keep.source();
    if (source) keep.follow(tool.steps(source));
    return keep.command();
  };
  const work = async () => {
    if (busy) return;
    busy = true;
    section.toggleAttribute('aria-busy', true);
    for (let command; command = keep.command() || follow();) {
      try {
        await step[command]();
      } catch (error) {
        keep.hear('failed', error.name);
      }
    }
    const news = keep.show(now());
    busy = false;
    section.toggleAttribute('aria-busy', false);
    if (news && others) others.postMessage(news);
    if (!tool) return;
    if (tool.at_hand) tool.ask(() => tool.at_hand(keep.at_hand()));
    const body = keep.take_back();
    if (body) tool.ask(() => tool.restore(body));
    compare(false);
    if (!tool.past) return;
    for (let i = 0, one; one = keep.record(i); i++) tool.past(one);
    tool.show_past(section.querySelector('[data-past]'));
  };
  // Whatever stands here and is in no record is told, and the browser asks before it is lost with the page. Only then:
  // who must close a page at once shall not be held up.
  const stay = event => event.preventDefault();
  const compare = edit => {
    if (!busy) onbeforeunload = keep.compare(keep.is_unlocked() ? held() : undefined, edit) ? stay : null;
  };
  const forget = () => {
    if (tool) tool.ask(() => tool.forget());
    for (const form of section.querySelectorAll('form')) form.reset();
    return work();
  };
  const lock = body => {
    keep.lock(body, day());
    return forget();
  };

  const act = (action, what, form) => {
    if (busy) return;
    if (action === 'keep-file') return hand_over(section.querySelector('a[data-file]'), keep.backup(day()));
    if (action === 'remind')
      return hand_over(section.querySelector('a[data-file]'), tool.take('reminder', day(), moment()));
    const typed = form ? [...form.querySelectorAll('[data-phrase]')].map(field => {
      const text = folded(field.value);
      field.value = '';
      return text;
    }) : [];
    // The words that the page has made count as what is typed does: without accents.
    if (action === 'take-made') typed.push(folded(section.querySelector('[data-made]').textContent));
    const was_open = keep.is_unlocked();
    keep.pressed(action, what, typed[0] || '', typed[1] || '', held(), day());
    if (was_open && !keep.is_unlocked()) return lock();
    // Asked for only here, where the person has just said that it shall be kept.
    if (form && form.dataset.send.startsWith('take') && !is_file && navigator.storage) navigator.storage.persist();
    return work();
  };
  section.addEventListener('click', event => {
    const control = event.target.closest('button[data-action]');
    if (!control) return;
    event.stopPropagation();
    release();
    if (control.dataset.action !== 'reveal') return act(control.dataset.action, control.dataset.for || '');
    const shown = control.getAttribute('aria-pressed') !== 'true';
    control.setAttribute('aria-pressed', shown);
    for (const field of control.form.querySelectorAll('[data-phrase]')) field.type = shown ? 'text' : 'password';
  });
  section.addEventListener('submit', event => {
    event.preventDefault();
    event.stopPropagation();
    act(event.target.dataset.send, '', event.target);
  });
  section.addEventListener('input', event => {
    event.stopPropagation();
    if (event.target.dataset.judge !== undefined) keep.hear('judge', folded(event.target.value));
  });
  section.addEventListener('change', async event => {
    event.stopPropagation();
    for (const file of event.target.files || []) {
      keep.hear('file', await text_of(file));
      event.target.value = '';
      work();
    }
  });

  if (others) others.onmessage = ({ data }) => {
    if (data === 'lock' && keep.is_unlocked()) lock(held());
    else if (data === 'erase') {
      const was_open = keep.is_unlocked();
      keep.hear('erased-elsewhere', '');
      // What was typed here since it locked is not part of what was erased.
      was_open ? forget() : work();
    } else if (!busy) {
      keep.hear('refresh', '');
      work();
    }
  };
  // Whoever is away for a while, or leaves, finds it locked; what stood in the tool comes back with the phrase.
  let touched = false;
  const look = () => {
    if (keep.is_unlocked() && !busy && keep.tick(now(), false, document.hidden)) lock(held());
    else if (touched) compare(true);
    touched = false;
  };
  setInterval(look, 1000);
  document.addEventListener('visibilitychange', look);
  for (const sign of ['keydown', 'pointerdown', 'scroll', 'input'])
    document.addEventListener(sign, () => {
      touched = true;
      keep.tick(now(), true, false);
    }, { passive: true });
  const leave = () => { if (keep.is_unlocked()) lock(held()); };
  addEventListener('pagehide', leave);
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    leave();
    // What is at hand may have been taken back meanwhile.
    keep.hear('refresh', '');
    work();
  });

  // Answers may come along from the page beside this one that keeps nothing (hand-over.js), if its link has led here.
  // Only that page is asked and heard, and only where nothing is answered yet.
  const beside = !is_file && tool && window.opener;
  const of = section.dataset.keep;
  const goes_on = section.dataset.resumes !== undefined;
  const can_go = () => tool && goes_on && !is_file && !keep.is_unlocked() && !tool.is_empty();
  if (beside) addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || source !== beside || !data.has || !tool.is_empty()) return;
    tool.ask(() => goes_on ? tool.restore(data.has) : tool.opened('handed', data.has));
    if (tool.is_empty()) return;
    beside.postMessage({ of, took: true }, origin);
    keep.hear('handed', '');
    if (!goes_on) section.scrollIntoView();
  });
  // A plan or a list in the other language is another document. It opens beside this one, asks in the same way, and
  // gets what stands here; but not what has been opened with a phrase, since there it would never lock.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[hreflang]');
    if (!link) return;
    link.target = can_go() ? '_blank' : '';
    link.rel = 'opener';
  });
  addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || data?.of !== of || !can_go()) return;
    if (!data.took) return source.postMessage({ has: tool.body() }, origin);
    tool.ask(() => tool.forget());
    keep.hear('moved', '');
  });
  work().then(() => { if (beside) beside.postMessage({ of }, origin); });
};

Promise.all(started).then(() => {
  for (const section of document.querySelectorAll('section[data-keep]')) {
    const tool = tools_here[section.dataset.keep];
    // A tool that cannot be kept, or could not start, leaves this part of the page out.
    if (!section.dataset.keep || tool && tool.body) keep_in(section, tool);
  }
});
