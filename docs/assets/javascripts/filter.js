// Narrows a list by category, village or series; the choice stands in the address, so that it can be passed on.
import { clock } from "./clock.js";
import { all } from "./dom.js";

// It is loaded by the pages that have them.
const bar = document.querySelector("[data-filters]");
const target = document.getElementById(bar.dataset.filters);
const items = all(target, "[data-item]");
const controls = all(bar, "[data-key]");
const keys = controls.map(key).filter((name, number, names) => names.indexOf(name) === number);
let chosen = {};

function key(control) {
  return control.dataset.key;
}

function offered(name, value) {
  return controls.some((control) => {
    if (key(control) !== name) return false;
    if (control.tagName === "BUTTON") return control.dataset.value === value;
    return all(control, "option").some((option) => option.value === value);
  });
}

function fits(item) {
  return keys.every((name) => !chosen[name] || (item.dataset[name] || "").split("\n").indexOf(chosen[name]) >= 0);
}

function show(found, narrowed) {
  items.forEach((item) => {
    item.hidden = found.indexOf(item) < 0;
  });
  all(target, "[data-coming], [data-year]").forEach((section) => {
    const any = Boolean(section.querySelector("[data-item]:not([hidden])"));
    const none = section.querySelector("[data-none]");
    if (none) none.hidden = any;
    else section.hidden = !any && (narrowed || !section.querySelector(".fh-figures"));
    section.querySelector("[data-events]").hidden = !any;
  });
  all(target, "[data-narrowed]").forEach((section) => {
    section.hidden = !section.querySelector("[data-item]:not([hidden])");
  });
  target.hidden = narrowed && !found.length;
  bar.querySelector("[data-nothing]").hidden = !target.hidden;
  // The old day of an event that has moved is no event of its own.
  const own = found.filter((item) => !("moved" in item.dataset));
  const words = bar.dataset[narrowed ? "some" : "all"].replace("#", own.length);
  // Screen readers read it aloud at each change, and would at each minute.
  const count = bar.querySelector("[data-count]");
  if (count.textContent !== words) count.textContent = words;
  // For what shows the same things beside the list.
  target.dispatchEvent(new Event("narrowed"));
}

function update() {
  controls.forEach((control) => {
    const value = chosen[key(control)] || "";
    if (control.tagName === "BUTTON") control.setAttribute("aria-pressed", String(control.dataset.value === value));
    else control.value = value;
  });
  const narrowed = keys.some((name) => Boolean(chosen[name]));
  show(items.filter(fits), narrowed);
}

function read() {
  const query = new URLSearchParams(location.search);
  const hash = new URLSearchParams(location.hash.slice(1));
  keys.forEach((name) => {
    const value = query.get(name) || hash.get(name) || "";
    chosen[name] = offered(name, value) ? value : "";
  });
}

function write() {
  const query = new URLSearchParams(location.search);
  keys.forEach((name) => {
    if (chosen[name]) query.set(name, chosen[name]);
    else query.delete(name);
  });
  const text = String(query);
  try {
    history.replaceState(history.state, "", location.pathname + (text && `?${text}`));
  } catch (_error) {
    // A page opened from a disk may not change its address, only the part behind #.
    location.hash = text;
  }
}

function choose(name, value) {
  chosen[name] = value;
  write();
  update();
}

controls.forEach((control) => {
  const button = control.tagName === "BUTTON";
  control.addEventListener(button ? "click" : "change", () => {
    // Pressed once more, a single button takes its choice back.
    const again = "onlyMine" in control.dataset && control.getAttribute("aria-pressed") === "true";
    const value = button ? control.dataset.value : control.value;
    choose(key(control), again ? "" : value);
  });
});
bar.querySelector("[data-reset]").addEventListener("click", () => {
  chosen = {};
  write();
  update();
  controls[0].focus();
});
bar.addEventListener("submit", (event) => {
  event.preventDefault();
});
window.addEventListener("popstate", () => {
  read();
  update();
});
read();
// After event-time.js has moved what is over.
clock.onTick(update);
