/* The town's own sketch below the places: roads, rivers, bridges, markets and landmarks, as assets/map/ground.js has
   them. It takes no press and no focus, and a name that has no room between marks is left out. */

// Of a name's places along its line, by preference.
const ALONG = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9, 0.04, 0.96];
const TAKEN = ".fh-marker, .fh-marker__label:not(.fh-marker__label--crowded), .leaflet-control";
const GAP = 2;

function pane(map, name, height) {
  const made = map.createPane(name);
  made.style.zIndex = height;
  made.style.pointerEvents = "none";
  made.setAttribute("aria-hidden", "true");
  return name;
}

function drawLine(map, line, to) {
  const way = { className: `fh-map__line fh-map__line--${line.kind}`, interactive: false, pane: to };
  window.L.polyline(line.points, way).addTo(map);
}

function addWord(map, word, to) {
  const icon = window.L.divIcon({ className: `fh-map__word ${word.className}`, html: "", iconSize: null });
  const marker = window.L.marker(word.spots[0], { icon: icon, interactive: false, keyboard: false, pane: to });
  const box = marker.addTo(map).getElement();
  // What is found by that class is a place, or stands for some.
  box.classList.remove("leaflet-marker-icon");
  box.appendChild(document.createElement("span")).textContent = word.name;
  return { marker: marker, box: box, spots: word.spots };
}

/* The spots that lie so far along the way as is asked, by its length on the ground. */
function spotsAlong(map, points) {
  const way = points.map((point) => map.project(point, 15));
  const lengths = way.slice(1).map((point, number) => point.distanceTo(way[number]));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return ALONG.map((share) => {
    let left = share * whole;
    let step = 0;
    while (step < lengths.length - 1 && left > lengths[step]) {
      left -= lengths[step];
      step += 1;
    }
    const part = lengths[step] ? left / lengths[step] : 0;
    return map.unproject(way[step].add(way[step + 1].subtract(way[step]).multiplyBy(part)), 15);
  });
}

function meets(one, other) {
  return (
    one.left < other.right + GAP &&
    other.left < one.right + GAP &&
    one.top < other.bottom + GAP &&
    other.top < one.bottom + GAP
  );
}

/* Measured all at once, then written: the browser lays them out a single time. */
function placeWords(map, words) {
  const frame = map.getContainer().getBoundingClientRect();
  const taken = Array.from(map.getContainer().querySelectorAll(TAKEN), (box) => box.getBoundingClientRect());
  const sizes = words.map((word) => word.box.firstChild.getBoundingClientRect());
  words.forEach((word, number) => {
    const size = sizes[number];
    const boxAt = (spot) => {
      const at = map.latLngToContainerPoint(spot);
      const left = frame.left + at.x - size.width / 2;
      const top = frame.top + at.y - size.height / 2;
      return { left: left, right: left + size.width, top: top, bottom: top + size.height };
    };
    const inside = (box) =>
      box.left > frame.left && box.right < frame.right && box.top > frame.top && box.bottom < frame.bottom;
    const free = (box) => inside(box) && !taken.some((other) => meets(box, other));
    const found = word.spots.filter((spot) => free(boxAt(spot)))[0];
    word.box.style.visibility = found ? "" : "hidden";
    if (found) {
      word.marker.setLatLng(found);
      taken.push(boxAt(found));
    }
  });
}

export function drawGround(map) {
  const ground = window.fahu.mapGround;
  if (!ground) {
    return;
  }
  // Above the net, below the marks.
  const below = pane(map, "ground", 450);
  const names = pane(map, "groundNames", 460);
  ground.lines.forEach((line) => drawLine(map, line, below));
  const lines = ground.lines.map((line) => ({
    name: line.name,
    className: `fh-map__word--${line.kind}`,
    spots: spotsAlong(map, line.points)
  }));
  const marks = ground.words.map((word) => ({ name: word.name, className: "", spots: [word.at] }));
  const words = lines
    .concat(marks)
    .filter((word) => word.name)
    .map((word) => addWord(map, word, names));
  // After the marks have found their places in this same step.
  const place = () => window.requestAnimationFrame(() => placeWords(map, words));
  map.on("moveend viewreset resize", place);
  place();
}
