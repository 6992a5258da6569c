/* Where the marks and names of the service map go, in pixels, so that none covers another. An item has
   `home` (its real spot), `x`, `y` (where its mark is drawn), `rank` and, for a place, `w`, `h` (the size of its
   name, and `folded` in two lines); an area has its name on the mark: `wide` and `high` are the size of that. */

const ROUNDS = 60;
/* In pixels. */
const CLEAR = 8;
/* Of so many marks every name is shown; one that stands away is moved by so much until it is free. */
const FEW = 30;
const STEP = 6;
const FARTHEST = 22;
const TURNS = 24;
/* A line is tried at so many points, and may touch a mark's edge. */
const SAMPLES = 16;
const HEART = 26;
/* How much of a name stands before the middle of its mark. */
const SHARES = [0.15, 0.85, 0.3, 0.7, 0, 1];

/* Neighbours push each other aside until each can be touched; names of areas also leave what is `blocked`. */
export function spread(items, gap, view, blocked) {
  ring(items, gap);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (let i = 0; i < items.length; i += 1) {
      for (let j = i + 1; j < items.length; j += 1) {
        moved = part(items[i], items[j], gap, round) || moved;
      }
    }
    items.forEach((item) => (item.wide ? holdArea(item, view, blocked) : hold(item, gap, view)));
    if (!moved) {
      return;
    }
  }
}

/* Places on one spot stand around it. */
function ring(items, gap) {
  const spots = new Map();
  items
    .filter((item) => !item.wide)
    .forEach((item) => {
      const key = `${Math.round(item.home.x)} ${Math.round(item.home.y)}`;
      spots.set(key, (spots.get(key) || []).concat([item]));
    });
  spots.forEach((members) => {
    const radius = members.length > 1 ? gap / 2 / Math.sin(Math.PI / members.length) : 0;
    members.forEach((item, number) => {
      const turn = (2 * Math.PI * number) / members.length - Math.PI / 2;
      item.x += radius * Math.cos(turn);
      item.y += radius * Math.sin(turn);
    });
  });
}

function part(one, other, gap, round) {
  return one.wide || other.wide ? partBoxes(one, other, gap, round) : partRounds(one, other, gap);
}

function partRounds(one, other, gap) {
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  if (Math.abs(dx) >= gap || Math.abs(dy) >= gap) {
    return false;
  }
  const far = Math.hypot(dx, dy);
  if (far >= gap) {
    return false;
  }
  const push = (gap - far) / 2 + 0.5;
  move(one, other, far ? (dx / far) * push : push, far ? (dy / far) * push : 0);
  return true;
}

/* The shorter way; where the window is too narrow for that, at last above each other. */
function partBoxes(one, other, gap, round) {
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  const across = ((one.wide || gap) + (other.wide || gap)) / 2 + 2 - Math.abs(dx);
  const down = ((one.high || gap) + (other.high || gap)) / 2 + 2 - Math.abs(dy);
  if (across <= 0 || down <= 0) {
    return false;
  }
  if (across < down && round < ROUNDS / 2) {
    move(one, other, (dx < 0 ? -across : across) / 2, 0);
  } else {
    move(one, other, 0, (dy < 0 ? -down : down) / 2);
  }
  return true;
}

function move(one, other, dx, dy) {
  one.x -= dx;
  one.y -= dy;
  other.x += dx;
  other.y += dy;
}

/* Not too far from where it really is, nor out of the window. */
function hold(item, gap, view) {
  const limit = gap * 1.6;
  const far = Math.hypot(item.x - item.home.x, item.y - item.home.y);
  if (far > limit) {
    item.x = item.home.x + ((item.x - item.home.x) * limit) / far;
    item.y = item.home.y + ((item.y - item.home.y) * limit) / far;
  }
  if (item.home.x > view.min.x - gap / 2 && item.home.x < view.max.x + gap / 2) {
    item.x = Math.min(Math.max(item.x, view.min.x - gap / 3), view.max.x + gap / 3);
  }
  if (item.home.y > view.min.y - gap / 2 && item.home.y < view.max.y + gap / 2) {
    item.y = Math.min(Math.max(item.y, view.min.y - gap / 3), view.max.y + gap / 3);
  }
}

/* Within the window, and above what stands at its foot. */
function holdArea(item, view, blocked) {
  item.x = Math.min(Math.max(item.x, view.min.x + item.wide / 2 + 2), view.max.x - item.wide / 2 - 2);
  item.y = Math.min(Math.max(item.y, view.min.y + item.high / 2 + 2), view.max.y - item.high / 2 - 2);
  blocked.forEach((box) => {
    if (hits(boxOf(item, 0), [box])) {
      item.y = box.y - item.high / 2 - 2;
    }
  });
}

function hits(box, taken) {
  return taken.some(
    (other) =>
      box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h
  );
}

/* Beside, below and above the mark, at its corners, moved along a side; then the same in two lines. */
function choices(item, aside) {
  const flat = { w: item.w, h: item.h };
  const sizes = item.folded ? [flat, item.folded] : [flat];
  const lists = sizes.map((size) => sides(item, size, aside).concat(corners(item, size, aside)));
  return [].concat.apply([], lists);
}

function box(x, y, size, clear) {
  return { x: x, y: y, w: size.w, h: size.h, clear: clear };
}

function sides(item, size, aside) {
  const x = item.x - size.w / 2;
  const y = item.y - size.h / 2;
  return [
    box(item.x + aside, y, size, 0),
    box(item.x - size.w - aside, y, size, 0),
    box(x, item.y + aside, size, 0),
    box(x, item.y - size.h - aside, size, 0)
  ];
}

/* Less clearly its own than at a side: other marks have to be farther away. */
function corners(item, size, aside) {
  const near = aside * 0.7;
  const left = item.x - size.w;
  const top = item.y - size.h;
  const found = [
    box(item.x + near, item.y + near, size, CLEAR),
    box(left - near, item.y + near, size, CLEAR),
    box(item.x + near, top - near, size, CLEAR),
    box(left - near, top - near, size, CLEAR)
  ];
  SHARES.forEach((share) => {
    const x = item.x - size.w * share;
    const y = item.y - size.h * share;
    found.push(
      box(item.x + aside, y, size, CLEAR),
      box(left - aside, y, size, CLEAR),
      box(x, item.y + aside, size, CLEAR),
      box(x, top - aside, size, CLEAR)
    );
  });
  return found;
}

function isSeen(box, view) {
  return (
    box.x >= view.min.x + 2 && box.x + box.w <= view.max.x - 2 && box.y >= view.min.y && box.y + box.h <= view.max.y
  );
}

/* From the nearest edge of a name to the middle of a mark. */
function distance(box, item) {
  const dx = Math.max(box.x - item.x, item.x - box.x - box.w, 0);
  const dy = Math.max(box.y - item.y, item.y - box.y - box.h, 0);
  return Math.hypot(dx, dy);
}

/* Stations and featured places are named also where that is less clear. */
function isOwn(box, item, marks) {
  const own = distance(box, item) + (item.rank ? 0 : box.clear);
  return marks.every((other) => other === item || distance(box, other) > own);
}

function boxOf(item, shape) {
  const w = item.wide || shape;
  const h = item.high || shape;
  return { x: item.x - w / 2, y: item.y - h / 2, w: w, h: h };
}

/* Around the mark in growing circles, in many directions; in two lines where that is shorter. */
function away(item, aside) {
  const found = [];
  const sizes = item.folded ? [item, item.folded] : [item];
  for (let far = aside + STEP; far < aside + STEP * FARTHEST; far += STEP) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const dx = Math.cos((2 * turn * Math.PI) / TURNS);
      const dy = Math.sin((2 * turn * Math.PI) / TURNS);
      sizes.forEach((size) => {
        const x = item.x + dx * far + ((dx - 1) * size.w) / 2;
        found.push(box(x, item.y + dy * far + ((dy - 1) * size.h) / 2, size, 0));
      });
    }
  }
  return found;
}

/* Where the line from a mark meets its name. */
function end(at, item) {
  return {
    x: Math.min(Math.max(item.x, at.x), at.x + at.w),
    y: Math.min(Math.max(item.y, at.y), at.y + at.h)
  };
}

/* Whether the line to a name crosses neither another name nor the middle of another mark. */
function isClear(at, item, marks, names) {
  const to = end(at, item);
  const others = names.concat(marks.filter((other) => other !== item).map((other) => boxOf(other, HEART)));
  return Array.from({ length: SAMPLES }, (_none, number) => (number + 1) / SAMPLES).every((share) => {
    const x = item.x + (to.x - item.x) * share;
    const y = item.y + (to.y - item.y) * share;
    return !hits({ x: x, y: y, w: 1, h: 1 }, others);
  });
}

/* Where a whole town is seen at once, names without room beside their mark stand away from it, at a line. */
function lead(items, marks, taken, aside, view) {
  items.forEach((item) => {
    const names = taken.filter((one) => one.clear !== undefined);
    const free = away(item, aside).filter((one) => isSeen(one, view) && !hits(one, taken) && isOwn(one, item, marks));
    // Rather behind a mark, or a name, than not at all.
    const ways = [
      (one) => isClear(one, item, marks, names),
      (one) => isClear(one, item, [], names),
      (one) => isClear(one, item, marks, [])
    ];
    const at = ways.map((way) => free.filter(way)[0]).filter(Boolean)[0] || free[0];
    if (at) {
      taken.push(at);
      item.crowded = false;
      item.labelAt = at;
      item.lead = end(at, item);
    }
  });
}

/* Each name goes to the first free side of its mark that is nearer to it than to any other mark, or is
   `crowded`: left out until there is room. */
export function placeLabels(items, shape, view, blocked) {
  const taken = blocked.concat(items.map((item) => boxOf(item, shape)));
  const marks = items.filter((item) => !item.wide);
  const ordered = marks.slice().sort((one, other) => other.rank - one.rank);
  ordered.forEach((item) => {
    const found = choices(item, shape / 2 + 2);
    const named = view.contains([item.x, item.y]);
    const free = found.filter((at) => named && isSeen(at, view) && !hits(at, taken) && isOwn(at, item, marks))[0];
    item.crowded = !free;
    item.lead = null;
    item.labelAt = free || found[2];
    if (free) {
      taken.push(free);
    }
  });
  if (marks.length === items.length && marks.length <= FEW) {
    const left = ordered.filter((item) => item.crowded && view.contains([item.x, item.y]));
    lead(left, marks, taken, shape / 2 + 2, view);
  }
}
