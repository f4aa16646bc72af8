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

// Whether a press at this point of the window is one on the element.
const hits = (element, x, y) => {
  const top = document.elementFromPoint(x, y);
  return Boolean(top) && (element.contains(top) || top.closest('label')?.control === element);
};

// How far from its middle an element can be pressed. Unlike its boxes this knows of padding by `::after`,
// which makes a whole card of a short link.
const reach = element => {
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const x = box.x + box.width / 2, y = box.y + box.height / 2;
  const go = (across, down) => {
    let way = 0;
    while (way < 800 && hits(element, x + across * (way + 1), y + down * (way + 1))) way++;
    return way;
  };
  return {left: x - go(-1, 0), right: x + go(1, 0), top: y - go(0, -1), bottom: y + go(0, 1)};
};
