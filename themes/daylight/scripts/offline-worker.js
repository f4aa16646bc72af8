// Answers for the site when there is no network, once a reader has asked for it. It knows this site's own
// addresses and no other, and it keeps pages, never what anybody typed.
'use strict';
const CACHE = 'footbridge-site';
const root = new URL('./', self.location).pathname;

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('message', event => {
  if (event.data === 'keep') event.waitUntil(keep(event.source));
});

// Fetches every file of the list. The old copy stays whole until the new one is.
const keep = async page => {
  const tell = what => page.postMessage(what);
  let done = 0;
  try {
    const list = await (await fetch(`${root}offline.json`, { cache: 'no-cache' })).json();
    const name = `${CACHE}-${list.version}`;
    const cache = await caches.open(name);
    const total = list.files.length;
    const rest = list.files.slice();
    const next = async () => {
      for (let file = rest.shift(); file; file = rest.shift()) {
        if (!await cache.match(root + file)) await cache.add(new Request(root + file, { cache: 'no-cache' }));
        done += 1;
        if (done % 10 === 0 || done === total) tell({ done, total });
      }
    };
    await Promise.all([next(), next(), next(), next()]);
    for (const old of await caches.keys()) {
      if (old.startsWith(CACHE) && old !== name) await caches.delete(old);
    }
    tell({ bytes: list.bytes });
  } catch {
    tell({ failed: true, done });
  }
};

// The network first, since help lines change; the kept copy when the network is missing or slow.
const answer = async request => {
  const kept = await caches.match(request, { ignoreSearch: true });
  if (!kept) return fetch(request);
  try {
    const slow = new Promise((_, reject) => setTimeout(reject, 4000));
    const fresh = await Promise.race([fetch(request), slow]);
    return fresh.ok ? fresh : kept;
  } catch {
    return kept;
  }
};
addEventListener('fetch', event => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === 'GET' && origin === self.location.origin && pathname.startsWith(root)) {
    event.respondWith(answer(event.request));
  }
});
