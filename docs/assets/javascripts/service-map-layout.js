/* Where the marks and names of the service map go, in pixels, so that none covers another. An item has
   `home` (its real spot), `x`, `y` (where its mark is drawn), `w`, `h` (the size of its name) and `rank`. */
(function () {
  "use strict";

  /* Neighbours push each other aside until each can be touched. */
  function spread(items, gap) {
    var limit = gap * 1.6;
    for (var round = 0; round < 60; round += 1) {
      var moved = false;
      for (var i = 0; i < items.length; i += 1) {
        for (var j = i + 1; j < items.length; j += 1) {
          moved = part(items[i], items[j], gap) || moved;
        }
      }
      items.forEach(function (item) {
        var far = Math.hypot(item.x - item.home.x, item.y - item.home.y);
        if (far > limit) {
          item.x = item.home.x + (item.x - item.home.x) * limit / far;
          item.y = item.home.y + (item.y - item.home.y) * limit / far;
        }
      });
      if (!moved) {
        return;
      }
    }
  }

  function part(one, other, gap) {
    var dx = other.x - one.x;
    var dy = other.y - one.y;
    if (Math.abs(dx) >= gap || Math.abs(dy) >= gap) {
      return false;
    }
    var far = Math.hypot(dx, dy);
    if (far >= gap) {
      return false;
    }
    var push = (gap - far) / 2 + 0.5;
    var east = far ? dx / far : 1;
    var south = far ? dy / far : 0;
    one.x -= east * push;
    one.y -= south * push;
    other.x += east * push;
    other.y += south * push;
    return true;
  }

  function hits(box, taken) {
    return taken.some(function (other) {
      return box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h;
    });
  }

  function choices(item, aside) {
    var near = aside * 0.7;
    var left = item.x - item.w;
    var top = item.y - item.h;
    return [
      { x: item.x + aside, y: item.y - item.h / 2 },
      { x: left - aside, y: item.y - item.h / 2 },
      { x: item.x - item.w / 2, y: item.y + aside },
      { x: item.x - item.w / 2, y: top - aside },
      { x: item.x + near, y: item.y + near },
      { x: left - near, y: item.y + near },
      { x: item.x + near, y: top - near },
      { x: left - near, y: top - near }
    ];
  }

  /* Each name goes to the first free side of its mark, or is `crowded`: left out until there is room. */
  function placeLabels(items, size, shape, view, blocked) {
    var taken = blocked.concat(items.map(function (item) {
      return { x: item.x - shape / 2, y: item.y - shape / 2, w: shape, h: shape };
    }));
    items.slice().sort(function (one, other) { return other.rank - one.rank; }).forEach(function (item) {
      var sides = choices(item, size / 2 + 1);
      var free = sides.filter(function (corner) {
        var box = { x: corner.x, y: corner.y, w: item.w, h: item.h };
        var seen = box.x >= view.min.x + 2 && box.x + box.w <= view.max.x - 2 &&
          box.y >= view.min.y && box.y + box.h <= view.max.y;
        return seen && !hits(box, taken);
      })[0];
      item.crowded = !free;
      item.labelAt = free || sides[2];
      if (free) {
        taken.push({ x: free.x, y: free.y, w: item.w, h: item.h });
      }
    });
  }

  window.fahu = window.fahu || {};
  window.fahu.mapLayout = { spread: spread, placeLabels: placeLabels };
})();
