// Of the places near by those that are open come first; in each part they stay as they stood, nearest first.
import { clock } from "./clock.js";
import { all } from "./dom.js";

function isOpen(item) {
  return Boolean(item.querySelector('[data-kind="open"]'));
}

function show(list) {
  // Whoever is about to press one would miss it.
  if (list.contains(document.activeElement)) return;
  const items = Array.prototype.slice.call(list.children);
  items.forEach((item, place) => {
    item.dataset.place = item.dataset.place || String(place);
  });
  items.sort((one, other) => isOpen(other) - isOpen(one) || one.dataset.place - other.dataset.place);
  items.forEach((item, place) => {
    if (list.children[place] !== item) list.insertBefore(item, list.children[place]);
  });
}

clock.onTick(() => {
  all(document, "[data-near-by]").forEach(show);
});
