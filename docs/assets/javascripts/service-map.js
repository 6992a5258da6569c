/* The service map. service-map-data.js makes the Leaflet map and calls fahu.serviceMap with the places; where they
   are many, only the marks that the window has room for exist, chosen and placed anew after each step. */
import { choose } from "./service-map-choice.js";
import { drawGround } from "./service-map-ground.js";
import { mapKeys } from "./service-map-keys.js";
import { placeLabels, spread } from "./service-map-layout.js";
import { mapMarks } from "./service-map-marks.js";
import { townOf } from "./service-map-places.js";
import { list, number } from "./service-map-numbers.js";
import { mapSheet } from "./service-map-sheet.js";
import { mapTiles } from "./service-map-tiles.js";

const section = document.querySelector("[data-service-map]");
const L = window.L;
// A mark whose middle lies so far beyond the edge is still seen.
const HALF = 22;
// In pixels: the name of an area, and as much again that stays free around it.
const NAME = 110 * 50 * 2.5;

function drawNet(map, net) {
  const ends = (numbers) => [numbers[0], numbers[numbers.length - 1]];
  const down = net.longitudes.map((longitude) => ends(net.latitudes).map((latitude) => [latitude, longitude]));
  const across = net.latitudes.map((latitude) => ends(net.longitudes).map((longitude) => [latitude, longitude]));
  // One path for all: each would be worked out anew at every step.
  L.polyline(down.concat(across), { className: "fh-map__net", interactive: false, noClip: true }).addTo(map);
}

function addControls(map) {
  const Scale = L.Control.Scale.extend({
    _updateScale: function (scale, text, ratio) {
      const words = text.replace(" km", " 公里").replace(" m", " 米");
      L.Control.Scale.prototype._updateScale.call(this, scale, words, ratio);
    }
  });
  L.control.zoom({ position: "bottomright", zoomInTitle: "放大", zoomOutTitle: "缩小" }).addTo(map);
  new Scale({ imperial: false, position: "bottomleft" }).addTo(map);
}

/* The window in pixels of the world at zoom 0, and what half a mark beyond it still shows. */

function windowOf(map, data) {
  const scale = map.getZoomScale(map.getZoom(), 0);
  const box = map.getPixelBounds();
  const size = map.getSize();
  const letters = Number(window.getComputedStyle(document.documentElement).getPropertyValue("--fh-scale")) || 1;
  return {
    left: (box.min.x - HALF) / scale,
    right: (box.max.x + HALF) / scale,
    top: (box.min.y - HALF) / scale,
    bottom: (box.max.y + HALF) / scale,
    scale: scale,
    nearest: map.getZoom() >= map.getMaxZoom(),
    letters: letters,
    room: Math.floor((size.x * size.y) / (NAME * letters * letters)),
    all: data.all
  };
}

/* Whether the marks in the window would cover more than a quarter of it. */
function isDense(map, items, view) {
  const size = map.getSize();
  const seen = items.filter((item) => view.contains(map.latLngToLayerPoint(item.marker.getLatLng())));
  return seen.length * 44 * 44 > (size.x * size.y) / 4;
}

function controls(map, view) {
  const frame = map.getContainer().getBoundingClientRect();
  return Array.from(section.querySelectorAll(".leaflet-control"), (control) => {
    const box = control.getBoundingClientRect();
    return { x: view.min.x + box.left - frame.left, y: view.min.y + box.top - frame.top, w: box.width, h: box.height };
  });
}

function layOut(map, marks, items, pageOf) {
  const origin = map.getPixelOrigin();
  const pixels = map.getPixelBounds();
  const view = L.bounds(pixels.min.subtract(origin), pixels.max.subtract(origin));
  const dense = isDense(map, items, view);
  section.classList.toggle("fh-map--dense", dense);
  const size = marks.measure(items);
  const blocked = controls(map, view);
  spread(dense ? items.filter((item) => item.wide) : items, size, view, blocked);
  placeLabels(items, dense ? size / 2 : size - 6, view, blocked);
  const unnamed = number(items, view);
  items.forEach((item) => marks.place(item, size));
  list(section.querySelector("[data-map-numbers]"), unnamed, pageOf);
}

/* One finger scrolls the page, not the map, until the visitor asks for it. */
function leaveScrolling(map) {
  const touched = L.Browser.mobile || window.matchMedia("(pointer: coarse)").matches;
  section.classList.toggle("fh-map--touched", touched);
  if (!touched) {
    return;
  }
  const button = section.querySelector("[data-map-move]");
  map.dragging.disable();
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    map.dragging[on ? "enable" : "disable"]();
  });
}

function keepInside(map, bounds) {
  function fit() {
    map.invalidateSize({ pan: false });
    map.setMinZoom(0);
    map.setMaxBounds(null);
    map.fitBounds(bounds, { animate: false });
    map.setMinZoom(map.getBoundsZoom(bounds));
    map.setMaxBounds(bounds.pad(0.1));
  }
  fit();
  section.querySelector("[data-map-home]").addEventListener("click", () => {
    map.fitBounds(bounds);
  });
  return fit;
}

/* A phone's window changes its height whenever the page is scrolled: only a new width counts. */
function watchSize(map, changed) {
  let width = map.getContainer().offsetWidth;
  window.addEventListener("resize", () => {
    if (map.getContainer().offsetWidth && map.getContainer().offsetWidth !== width) {
      width = map.getContainer().offsetWidth;
      changed();
    }
  });
  new MutationObserver(() => map.getContainer().offsetWidth && changed()).observe(document.documentElement, {
    attributeFilter: ["data-view"]
  });
  // It was away while the window changed.
  section.addEventListener("seen", () => {
    if (map.getContainer().offsetWidth !== map.getSize().x) changed();
  });
}

/* The list decides what is drawn: filter.js narrows it. */
function isListed(thing) {
  const entry = document.getElementById(`place-${thing.id}`);
  return !entry || !entry.hidden;
}

/* A place that is chosen comes into the window, its mark stands out; closed, the map lies as it did. */
function followChoice(map, root, sheet, marked) {
  let before = null;
  window.fahu.choice.onChange((id) => {
    const place = root.places.filter((one) => one.id === id)[0];
    const icon = marked(place);
    if (!place && before) map.setView(before.at, before.zoom, { animate: false });
    if (!place) before = null;
    if (!place || !map.getContainer().offsetWidth) return;
    const at = L.latLng(place.latitude, place.longitude);
    before = before || { at: map.getCenter(), zoom: map.getZoom() };
    if (!map.getBounds().contains(at)) map.panTo(at, { animate: false });
    if (!document.getElementById(`place-${id}`)) sheet.open(place);
    if (icon) window.fahu.sheet.makeRoom(icon);
  });
}

/* Nearer to an area that is pressed; where no zoom tells its places apart, a list of them. */
function enter(map, sheet, area) {
  const bounds = L.latLngBounds(area.places.map((place) => [place.latitude, place.longitude]));
  const zoom = map.getZoom();
  if (map.getBoundsZoom(bounds, false, L.point(60, 60)) > zoom) {
    map.fitBounds(bounds, { padding: [30, 30] });
  } else if (zoom < map.getMaxZoom()) {
    map.setView(bounds.getCenter(), Math.min(zoom + 1, map.getMaxZoom()));
  } else {
    sheet.openList(area);
  }
}

function serviceMap(map, data) {
  const bounds = L.latLngBounds(data.bounds);
  const root = townOf(data, (latitude, longitude) => map.project([latitude, longitude], 0));
  const sheet = mapSheet(section);
  const marks = mapMarks(map, section, (area) => enter(map, sheet, area));
  const arrange = mapKeys(map);
  let chosen = null;
  let items = [];

  function redraw() {
    const things = choose(root, windowOf(map, data)).filter(isListed);
    items = marks.change(chosen && things.indexOf(chosen) < 0 ? things.concat([chosen]) : things);
    layOut(map, marks, items, sheet.pageOf);
    if (items.length) arrange(items);
    items.forEach((item) => item.icon.classList.toggle("is-chosen", item.thing === chosen));
  }

  function marked(place) {
    chosen = place || null;
    redraw();
    const found = items.filter((item) => item.thing === chosen)[0];
    return found ? found.icon : null;
  }

  drawNet(map, data.net);
  addControls(map);
  leaveScrolling(map);
  const fit = keepInside(map, bounds);
  redraw();
  map.on("moveend", redraw);
  const places = document.getElementById("places");
  if (places) places.addEventListener("narrowed", redraw);
  followChoice(map, root, sheet, marked);
  watchSize(map, () => {
    fit();
    redraw();
  });
  // Last, so that its words are placed after the marks of each step.
  drawGround(map);
  mapTiles(map, section);
}

if (section && L) {
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });
  }
  window.fahu.serviceMap = serviceMap;
}
