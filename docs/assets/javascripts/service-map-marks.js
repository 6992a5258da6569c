/* The marks of the service map that exist at the moment: those kept are moved, those out of sight are taken away.
   All are put in, then all are measured, then all are placed, so that the browser lays them out once. */

const TIED_FROM = 6;
// As in the style sheet.
const LINE = 1.3;

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text || "";
  return made;
}

export function mapMarks(map, section, enter) {
  const L = window.L;
  const looks = Array.from(section.querySelectorAll("template[data-map-look]"));
  let drawn = new Map();

  function makeMarker(thing, className, size) {
    const icon = L.divIcon({ className: className, html: "", iconSize: size });
    const marker = L.marker(map.unproject(L.point(thing.x, thing.y), 0), { icon: icon, riseOnHover: true });
    return { thing: thing, marker: marker, icon: marker.addTo(map).getElement() };
  }

  function makePlace(place) {
    const item = makeMarker(place, "fh-marker", [44, 44]);
    item.rank = (place.look.group === "station" ? 2 : 0) + (place.look.featured ? 1 : 0);
    item.tie = item.icon.appendChild(element("span", "fh-marker__tie"));
    item.lead = null;
    item.line = item.icon.appendChild(element("span", "fh-marker__lead"));
    item.label = element("span", "fh-marker__label", place.label);
    item.number = element("span", "fh-marker__number", "");
    if (place.look.featured) {
      item.label.appendChild(element("small", "", " 示范"));
    }
    item.today = item.label.appendChild(element("small", "fh-marker__today", " 今天"));
    item.icon.appendChild(looks[place.look.number].content.firstElementChild.cloneNode(true));
    item.icon.appendChild(item.number);
    item.icon.appendChild(item.label);
    item.icon.dataset.mark = place.id;
    item.marker.on("click", () => window.fahu.choice.choose(place.id, item.icon));
    sayToday(item);
    return item;
  }

  /* By a word, as the list knows it. */
  function sayToday(item) {
    const entry = document.getElementById(`place-${item.thing.id}`);
    const here = Boolean(entry) && (entry.dataset.now || "").indexOf("duty") >= 0;
    const words = `${item.thing.name}，${item.thing.look.said}${here ? "，今天有人值班" : ""}`;
    item.today.hidden = !here;
    if (item.icon.getAttribute("aria-label") !== words) item.icon.setAttribute("aria-label", words);
  }

  function makeArea(area) {
    const item = makeMarker(area, "fh-marker fh-marker--area", null);
    const box = element("span", "fh-marker__area");
    const count = `${area.count} 处`;
    item.rank = 1;
    box.appendChild(element("strong", "", area.name));
    box.appendChild(element("span", "fh-marker__count", count));
    item.icon.appendChild(box);
    item.icon.setAttribute("aria-label", `${area.name}，${count}，按一下放大`);
    item.marker.on("click", () => enter(area));
    return item;
  }

  function make(thing) {
    const item = thing.count ? makeArea(thing) : makePlace(thing);
    item.marker.setZIndexOffset(item.rank * 1000);
    item.icon.addEventListener("keydown", (event) => {
      if (event.key === " " || (event.key === "Enter")) {
        event.preventDefault();
        item.marker.fire("click");
      }
    });
    return item;
  }

  /* An area stands where most of what is seen of it stands, and that changes. */
  function kept(thing) {
    const item = drawn.get(thing.key);
    if (item && thing.count) {
      item.marker.setLatLng(map.unproject(L.point(thing.x, thing.y), 0));
    }
    return item;
  }

  /* Whoever pressed an area with the keyboard goes on with what came out of it, in its middle. */
  function passFocus(lost) {
    const places = lost.thing.places || [lost.thing];
    const far = (item) => Math.hypot(item.thing.x - lost.thing.x, item.thing.y - lost.thing.y);
    const heirs = Array.from(drawn.values())
      .filter((item) => places.indexOf((item.thing.places || [item.thing])[0]) >= 0)
      .sort((one, other) => far(one) - far(other));
    (heirs.length ? heirs[0].icon : map.getContainer()).focus({ preventScroll: true });
  }

  function change(things) {
    const wanted = new Map();
    things.forEach((thing) => wanted.set(thing.key, kept(thing) || make(thing)));
    const gone = Array.from(drawn.values()).filter((item) => !wanted.has(item.thing.key));
    const lost = gone.filter((item) => item.icon.contains(document.activeElement))[0];
    drawn = wanted;
    drawn.forEach((item) => {
      if (!item.label) return;
      item.label.style.width = "";
      sayToday(item);
    });
    gone.forEach((item) => item.marker.remove());
    if (lost) {
      passFocus(lost);
    }
    return Array.from(drawn.values());
  }

  /* Known without being tried out: the signs are all of one width. */
  function folded(item) {
    const sign = item.h / LINE;
    const count = Math.ceil(item.label.textContent.length / 2);
    return count > 1 && item.w > count * sign * 1.5 ? { w: (count + 0.6) * sign, h: 2 * item.h } : null;
  }

  function measure(items) {
    let size = 44;
    items.forEach((item) => {
      item.home = map.latLngToLayerPoint(item.marker.getLatLng());
      item.x = item.home.x;
      item.y = item.home.y;
      if (item.label) {
        size = item.icon.offsetWidth;
        item.w = item.label.offsetWidth;
        item.h = item.label.offsetHeight;
        item.folded = folded(item);
      } else {
        item.wide = item.icon.offsetWidth;
        item.high = item.icon.offsetHeight;
      }
    });
    return size;
  }

  function place(item, size) {
    const dx = item.x - item.home.x;
    const dy = item.y - item.home.y;
    item.icon.style.marginLeft = `${Math.round(dx - (item.wide || size) / 2)}px`;
    item.icon.style.marginTop = `${Math.round(dy - (item.high || size) / 2)}px`;
    if (item.label) {
      showLine(item.tie, dx, dy, TIED_FROM, -1);
      showLead(item);
      showLabel(item, size);
    }
  }

  /* To the real spot of a mark that made room, and from a mark to a name that stands away; areas have neither. */
  function showLine(line, dx, dy, least, side) {
    const far = Math.hypot(dx, dy);
    line.hidden = far < least;
    line.style.width = `${far}px`;
    line.style.transform = `rotate(${Math.atan2(side * dy, side * dx)}rad)`;
  }

  function showLead(item) {
    const to = item.lead || item;
    showLine(item.line, to.x - item.x, to.y - item.y, 1, 1);
  }

  function showLabel(item, size) {
    const dx = Math.round(item.labelAt.x - item.x + size / 2);
    const dy = Math.round(item.labelAt.y - item.y + size / 2);
    item.label.classList.toggle("fh-marker__label--crowded", item.crowded);
    item.number.textContent = item.crowded && item.numbered ? item.numbered : "";
    item.label.style.width = item.labelAt.w < item.w ? `${item.labelAt.w}px` : "";
    item.label.style.transform = `translate(${dx}px,${dy}px)`;
  }

  return { change: change, measure: measure, place: place };
}
