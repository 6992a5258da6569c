/* The service map. service-map-data.js makes the Leaflet map and calls fahu.serviceMap with the places; where they
   are many, only the marks that the window has room for exist, chosen and placed anew after each step. */
import { choose } from "./service-map-choice.js";
import { drawGround } from "./service-map-ground.js";
import { mapKeys } from "./service-map-keys.js";
import { placeLabels, spread } from "./service-map-layout.js";
import { mapMarks } from "./service-map-marks.js";
import { townOf } from "./service-map-places.js";
import { mapTiles } from "./service-map-tiles.js";
import { mapPopups } from "./service-map-popups.js";

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

function layOut(map, marks, items) {
  const origin = map.getPixelOrigin();
  const pixels = map.getPixelBounds();
  const view = L.bounds(pixels.min.subtract(origin), pixels.max.subtract(origin));
  const dense = isDense(map, items, view);
  section.classList.toggle("fh-map--dense", dense);
  const size = marks.measure(items);
  const blocked = controls(map, view);
  spread(dense ? items.filter((item) => item.wide) : items, size, view, blocked);
  placeLabels(items, dense ? size / 2 : size - 6, view, blocked);
  items.forEach((item) => marks.place(item, size));
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
    map.closePopup();
    map.fitBounds(bounds);
  });
  return fit;
}

/* A phone's window changes its height whenever the page is scrolled: only a new width counts. */
function watchSize(map, changed) {
  let width = map.getContainer().offsetWidth;
  window.addEventListener("resize", () => {
    if (map.getContainer().offsetWidth !== width) {
      width = map.getContainer().offsetWidth;
      changed();
    }
  });
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ["data-view"] });
}

/* Nearer to an area that is pressed; where no zoom tells its places apart, a list of them. */
function enter(map, popups, area) {
  const bounds = L.latLngBounds(area.places.map((place) => [place.latitude, place.longitude]));
  const zoom = map.getZoom();
  if (map.getBoundsZoom(bounds, false, L.point(60, 60)) > zoom) {
    map.fitBounds(bounds, { padding: [30, 30] });
  } else if (zoom < map.getMaxZoom()) {
    map.setView(bounds.getCenter(), Math.min(zoom + 1, map.getMaxZoom()));
  } else {
    popups.openList(area);
  }
}

function serviceMap(map, data) {
  const bounds = L.latLngBounds(data.bounds);
  const root = townOf(data, (latitude, longitude) => map.project([latitude, longitude], 0));
  const popups = mapPopups(map, section, bounds);
  const marks = mapMarks(map, section, popups, (area) => enter(map, popups, area));
  const arrange = mapKeys(map);
  let resting = false;

  function redraw() {
    const things = choose(root, windowOf(map, data));
    const read = popups.read();
    const items = marks.change(read && things.indexOf(read) < 0 ? things.concat([read]) : things);
    layOut(map, marks, items);
    arrange(items);
  }

  drawNet(map, data.net);
  addControls(map);
  leaveScrolling(map);
  const fit = keepInside(map, bounds);
  redraw();
  // A popup that moves the map to have room would be moved itself.
  map.on("autopanstart", () => {
    resting = true;
  });
  map.on("moveend", () => {
    if (!resting) {
      redraw();
    }
    resting = false;
  });
  watchSize(map, () => {
    fit();
    redraw();
  });
  // Last, so that its words are placed after the marks of each step.
  drawGround(map);
  mapTiles(map, section);
}

if (section && !L) {
  section.hidden = true;
}

if (section && L) {
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });
  }
  window.fahu.serviceMap = serviceMap;
}
