// The page that keeps the site on the device: two buttons, and what they have done. Nothing is kept unasked.
(() => {
  'use strict';
  const box = document.querySelector('[data-offline]');
  const part = name => box.querySelector(`[data-offline-${name}]`);
  const say = (name, values = {}) => {
    const sentence = part('status').getAttribute(`data-${name}`);
    part('status').textContent = sentence.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? '');
  };
  const root = box.dataset.root;
  const ours = async () => (await caches.keys()).filter(name => name.startsWith('footbridge-site'));
  const worker = () => navigator.serviceWorker.getRegistration(root);
  const megabytes = bytes => (bytes / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

  const show = kept => {
    part('keep').textContent = part('keep').getAttribute(kept ? 'data-again' : 'data-first');
    part('forget').hidden = !kept;
  };

  const keep = async () => {
    say('working');
    try {
      const registration = await navigator.serviceWorker.register(`${root}offline-worker.js`, { scope: root });
      const active = registration.active || await new Promise(resolve => {
        const starting = registration.installing || registration.waiting;
        starting.addEventListener('statechange', () => starting.state === 'activated' && resolve(starting));
      });
      active.postMessage('keep');
    } catch {
      say('refused');
    }
  };

  const forget = async () => {
    const registration = await worker();
    if (registration) await registration.unregister();
    for (const name of await ours()) await caches.delete(name);
    // Said only of what was read again.
    const left = (await ours()).length || await worker();
    show(left);
    say(left ? 'stays' : 'gone');
  };

  const told = ({ data }) => {
    if (data.total) say('progress', data);
    if (data.failed) say('failed', data);
    if (data.bytes) {
      show(true);
      say('kept', { size: megabytes(data.bytes) });
    }
  };

  const start = async () => {
    if (!('serviceWorker' in navigator) || !window.isSecureContext || location.protocol === 'file:') return say('impossible');
    navigator.serviceWorker.addEventListener('message', told);
    part('keep').addEventListener('click', keep);
    part('forget').addEventListener('click', forget);
    const kept = (await ours()).length > 0;
    show(kept);
    part('buttons').hidden = false;
    if (kept) say('here');
  };
  start().catch(() => say('refused'));
})();
