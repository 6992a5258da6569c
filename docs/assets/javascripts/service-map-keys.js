/* The marks of the service map are one stop for the keyboard: the arrows lead from mark to mark. */

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 80;

/* The nearest of those that lie more in that direction than aside from it. */
function next(items, from, way) {
  let best = null;
  let least = Infinity;
  items.forEach((item) => {
    const ahead = (item.x - from.x) * way[0] + (item.y - from.y) * way[1];
    const aside = Math.abs((item.x - from.x) * way[1]) + Math.abs((item.y - from.y) * way[0]);
    if (item !== from && ahead > 0 && ahead >= aside && Math.hypot(ahead, aside) < least) {
      least = Math.hypot(ahead, aside);
      best = item;
    }
  });
  return best;
}

export function mapKeys(map) {
  let items = [];
  let stop = null;

  function stopAt(item) {
    stop = item;
    items.forEach((one) => one.icon.setAttribute("tabindex", one === item ? "0" : "-1"));
  }

  function of(target) {
    return items.filter((item) => item.icon === target)[0];
  }

  const pane = map.getPane("markerPane");
  pane.addEventListener("focusin", (event) => {
    const item = of(event.target);
    if (item) {
      stopAt(item);
    }
  });
  pane.addEventListener("keydown", (event) => {
    const item = of(event.target);
    const way = WAYS[event.key];
    if (!item || !way || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const found = next(items, item, way);
    if (found) {
      found.icon.focus({ preventScroll: true });
    } else {
      map.panBy([way[0] * STEP, way[1] * STEP]);
    }
  });

  return (drawn) => {
    items = drawn;
    const focused = of(document.activeElement);
    stopAt(focused || (items.indexOf(stop) >= 0 ? stop : items[0]));
  };
}
