/* What is drawn in a window of the map: the places in it or, where these are many, their towns or districts by name.
   A view has the edges `left`, `right`, `top`, `bottom` in pixels of the world at zoom 0, its `scale`, whether it is
   the `nearest` one, how much larger than usual its `letters` are, `room` for so many names, and `all`: so many
   places in all always exist one by one. */
/* So many marks of several towns, and so many of one, can be taken in at once. */

const FEW = 18;
const MOST = 40;
/* A town or district that fills so much of the window shows what is in it. */
const FILLS = 0.6;
/* In pixels: what is named after one of its places, where no code tells more. */
const CELL = { width: 150, height: 110 };

function inside(items, view) {
  return items.filter(
    (item) => item.x >= view.left && item.x <= view.right && item.y >= view.top && item.y <= view.bottom
  );
}

function fills(area, view) {
  return area.width >= FILLS * (view.right - view.left) || area.height >= FILLS * (view.bottom - view.top);
}

/* Whether the window is about this part: it fills it, and most of it is seen or most of what is seen is its. */
function isOpen(part, every, view) {
  const most = part.seen.length * 2 >= Math.min(part.area.places.length, every);
  const all = part.seen.length === every || part.area.places.length === 1;
  return view.nearest || all || (most && fills(part.area, view));
}

function middle(items) {
  const sum = items.reduce((so, item) => ({ x: so.x + item.x, y: so.y + item.y }), { x: 0, y: 0 });
  return { x: sum.x / items.length, y: sum.y / items.length };
}

/* An area stands in its middle, or in the middle of what can be seen of it. */
function chip(area, seen, view) {
  const at = inside([area], view).length ? area : middle(seen);
  return { key: area.key, name: area.name, count: area.places.length, places: area.places, x: at.x, y: at.y };
}

function lead(items, at) {
  const far = (item) => Math.hypot(item.x - at.x, item.y - at.y) - (item.look && item.look.group === "station" ? 1 : 0);
  return items.reduce((best, item) => (far(item) < far(best) ? item : best));
}

function around(key, items) {
  const at = middle(items);
  const first = lead(items, at);
  const places = [];
  items.forEach((item) => (item.places || [item]).forEach((place) => places.push(place)));
  const name = `${(first.label || first.name).replace(/一带$/, "")}一带`;
  return { key: `around ${key}`, name: name, count: places.length, places: places, x: at.x, y: at.y };
}

/* Those that stand in one cell of a net of the window's own size become one. */
function byCell(items, view) {
  const cells = new Map();
  items.forEach((item) => {
    const column = Math.floor((item.x * view.scale) / CELL.width / view.letters);
    const row = Math.floor((item.y * view.scale) / CELL.height / view.letters);
    const key = `${view.scale} ${column} ${row}`;
    cells.set(key, (cells.get(key) || []).concat([item]));
  });
  const found = [];
  cells.forEach((members, key) => found.push(members.length > 1 ? around(key, members) : members[0]));
  return found;
}

function ofTown(seen, view) {
  const most = view.nearest ? view.all : MOST;
  return seen.length > most ? byCell(seen, view) : seen;
}

function partsOf(area, view) {
  return area.children
    .map((child) => ({ area: child, seen: inside(child.places, view) }))
    .filter((part) => part.seen.length);
}

function opened(area, seen, view) {
  if (!area.children) {
    return ofTown(seen, view);
  }
  return inParts(partsOf(area, view), seen.length, view);
}

function inParts(parts, every, view) {
  return flat(
    parts.map((part) => {
      return isOpen(part, every, view) ? opened(part.area, part.seen, view) : [chip(part.area, part.seen, view)];
    })
  );
}

/* The districts in the window, or their towns where there is room for the names of all. */
function parts(root, view, most) {
  const districts = partsOf(root, view);
  const towns = flat(districts.map((part) => partsOf(part.area, view)));
  return towns.length <= most ? towns : districts;
}

function flat(lists) {
  return [].concat.apply([], lists);
}

export function choose(root, view) {
  if (root.places.length <= view.all) {
    return root.places;
  }
  const seen = inside(root.places, view);
  if (seen.length <= FEW) {
    return seen;
  }
  const most = Math.min(FEW, view.room);
  const items = inParts(parts(root, view, most), seen.length, view);
  const areas = items.filter((item) => item.count);
  if (areas.length <= most) {
    return items;
  }
  return items.filter((item) => !item.count).concat(byCell(areas, view));
}
