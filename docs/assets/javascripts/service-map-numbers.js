/* Marks whose names have no room get a number, and the legend below the map says whose it is: the number of the list,
   where the list is on the page. */

function numberOf(item, next) {
  const entry = document.getElementById(`place-${item.thing.id}`);
  return entry && entry.dataset.number ? Number(entry.dataset.number) : next;
}

export function number(items, view) {
  const unnamed = items.filter((item) => item.label && item.crowded && view.contains([item.x, item.y]));
  items.forEach((item) => {
    item.numbered = 0;
  });
  unnamed.forEach((item, at) => {
    item.numbered = numberOf(item, at + 1);
  });
  return unnamed.sort((one, other) => one.numbered - other.numbered);
}

export function list(legend, unnamed, pageOf) {
  legend.textContent = "";
  legend.hidden = !unnamed.length;
  unnamed.forEach((item) => {
    const link = document.createElement("a");
    link.dataset.choose = item.thing.id;
    link.href = pageOf(item.thing);
    link.textContent = `${item.numbered} ${item.thing.label}`;
    legend.appendChild(document.createElement("li")).appendChild(link);
  });
}
