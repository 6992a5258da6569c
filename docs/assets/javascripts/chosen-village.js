// The reader's own village, kept on this device only: its name, the place that serves it, and the part of a large town
// in which it lies. `?village=` counts for the page that it stands in; my-village.js keeps it once it is known to exist.
import { load } from "./dom.js";

const KEYS = ["fahu-village", "fahu-place", "fahu-ward"];
const watching = [];
// Where this very script stands, and what it asks for.
const assets = document.currentScript.src.replace(/[^/]*$/, "");
let asked = new URLSearchParams(location.search).get("village");
// Where nothing can be stored the choice lasts for this page.
let here = ["", "", ""];

// What is on the device, whatever the address asks for.
export function stored() {
  let kept = here;
  try {
    kept = KEYS.map((key) => localStorage.getItem(key) || "");
  } catch (_error) {
    // Private browsing.
  }
  return { name: kept[0], place: kept[1], part: kept[2] };
}

export function get() {
  const kept = stored();
  return asked && asked !== kept.name ? { name: asked, place: "", part: kept.part } : kept;
}

function tell() {
  watching.forEach((part) => {
    part(get());
  });
}

// What the address asks for doesn't count any more.
export function ignore() {
  asked = "";
  tell();
}

export function set(name, place, part) {
  here = [name, place, part];
  try {
    KEYS.forEach((key, number) => {
      localStorage.setItem(key, here[number]);
    });
  } catch (_error) {
    // Private browsing.
  }
  ignore();
}

export function forget() {
  set("", "", "");
}

// Runs at once, and when another is chosen or none, here or in another window, and when the page comes back.
export function watch(part) {
  watching.push(part);
  part(get());
}

window.addEventListener("storage", tell);
window.addEventListener("pageshow", tell);

// Whoever has chosen none needs no more than this.
if (document.querySelector("[data-own-village]")) {
  let begun = false;
  watch((mine) => {
    if (mine.name && !begun) load(`${assets}my-village.js`);
    begun = begun || Boolean(mine.name);
  });
}
