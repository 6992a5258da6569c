/* Where the marks and names of the service map go, in pixels, so that none covers another. An item has
   `home` (its real spot), `x`, `y` (where its mark is drawn), `rank` and, for a place, `w`, `h` (the size of its
   name); an area has its name on the mark: `wide` and `high` are the size of that. */
(function () {
  "use strict";

  const ROUNDS = 60;

  /* Neighbours push each other aside until each can be touched; names of areas also leave what is `blocked`. */
  function spread(items, gap, view, blocked) {
    for (let round = 0; round < ROUNDS; round += 1) {
      let moved = false;
      for (let i = 0; i < items.length; i += 1) {
        for (let j = i + 1; j < items.length; j += 1) {
          moved = part(items[i], items[j], gap) || moved;
        }
      }
      items.forEach((item) => (item.wide ? holdArea(item, view, blocked) : hold(item, gap)));
      if (!moved) {
        return;
      }
    }
  }

  function part(one, other, gap) {
    return one.wide || other.wide ? partBoxes(one, other, gap) : partRounds(one, other, gap);
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

  function partBoxes(one, other, gap) {
    const dx = other.x - one.x;
    const dy = other.y - one.y;
    const across = ((one.wide || gap) + (other.wide || gap)) / 2 + 2 - Math.abs(dx);
    const down = ((one.high || gap) + (other.high || gap)) / 2 + 2 - Math.abs(dy);
    if (across <= 0 || down <= 0) {
      return false;
    }
    if (across < down) {
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

  /* Not too far from where it really is. */
  function hold(item, gap) {
    const limit = gap * 1.6;
    const far = Math.hypot(item.x - item.home.x, item.y - item.home.y);
    if (far > limit) {
      item.x = item.home.x + ((item.x - item.home.x) * limit) / far;
      item.y = item.home.y + ((item.y - item.home.y) * limit) / far;
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

  function choices(item, aside) {
    const near = aside * 0.7;
    const left = item.x - item.w;
    const top = item.y - item.h;
    const corners = [
      { x: item.x + aside, y: item.y - item.h / 2 },
      { x: left - aside, y: item.y - item.h / 2 },
      { x: item.x - item.w / 2, y: item.y + aside },
      { x: item.x - item.w / 2, y: top - aside },
      { x: item.x + near, y: item.y + near },
      { x: left - near, y: item.y + near },
      { x: item.x + near, y: top - near },
      { x: left - near, y: top - near }
    ];
    return corners.map((corner) => ({ x: corner.x, y: corner.y, w: item.w, h: item.h }));
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

  function isOwn(box, item, marks) {
    const own = distance(box, item);
    return marks.every((other) => other === item || distance(box, other) > own);
  }

  function boxOf(item, shape) {
    const w = item.wide || shape;
    const h = item.high || shape;
    return { x: item.x - w / 2, y: item.y - h / 2, w: w, h: h };
  }

  /* Each name goes to the first free side of its mark that is nearer to it than to any other mark, or is
     `crowded`: left out until there is room. */
  function placeLabels(items, size, shape, view, blocked) {
    const taken = blocked.concat(items.map((item) => boxOf(item, shape)));
    const marks = items.filter((item) => !item.wide);
    const ordered = marks.slice().sort((one, other) => other.rank - one.rank);
    ordered.forEach((item) => {
      const sides = choices(item, size / 2 + 1);
      const free = sides.filter((box) => isSeen(box, view) && !hits(box, taken) && isOwn(box, item, marks))[0];
      item.crowded = !free;
      item.labelAt = free || sides[2];
      if (free) {
        taken.push(free);
      }
    });
  }

  window.fahu = window.fahu || {};
  window.fahu.mapLayout = { spread: spread, placeLabels: placeLabels };
})();
