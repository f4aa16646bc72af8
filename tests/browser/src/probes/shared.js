// What the probes share: how to name an element in a report, and whether a reader can see it.

const named = element => {
  const words = (element.innerText || element.getAttribute('aria-label') || element.value || '').trim();
  const id = element.id ? `#${element.id}` : element.name ? `[name=${element.name}]` : '';
  return `<${element.localName}${id}> ${JSON.stringify(words.replace(/\s+/g, ' ').slice(0, 50))}`;
};

// Drawn, and not squeezed to a pixel or clipped away as text for screen readers is.
const visible = element => {
  if (!element.checkVisibility({visibilityProperty: true})) return false;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const clipped = style.clip === 'rect(0px, 0px, 0px, 0px)' || /inset\((50|100)%\)/.test(style.clipPath);
  const outside = box.right <= 0 || box.bottom + scrollY <= 0;
  return box.width > 1 && box.height > 1 && !clipped && !outside;
};

// Inside something that scrolls by itself sideways: content wider than that is at home there.
const scrolls = element => {
  for (let box = element.parentElement; box && box !== document.documentElement; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box !== document.body) return true;
  }
  return false;
};
