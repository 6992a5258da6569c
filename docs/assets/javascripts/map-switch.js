// Which of the two maps is seen: on a phone and in the large view the grid, at a desk the real positions, whose files
// are asked for when they are first seen. place-map.css decides before this runs, so that nothing moves.
import { choice } from "./map-choice.js";
import { all } from "./dom.js";

const pane = document.querySelector("[data-map-pane]");
const ground = document.querySelector("[data-service-map]");
const buttons = all(document, "[data-map-show]");
const FAILED = "图没有下载下来。请看简图和列表，或者过一会儿再按一次“看实际位置”。";
let asked = false;

function isSeen(part) {
  return Boolean(part) && getComputedStyle(part).display !== "none";
}

function failed() {
  asked = false;
  ground.classList.add("fh-map--failed");
  ground.querySelector("[data-map-failed]").textContent = FAILED;
}

// All at once, run one after the other.
function fetchScripts() {
  all(ground, "[data-map-script]").forEach((wanted) => {
    const script = document.createElement("script");
    script.src = wanted.dataset.mapScript;
    script.async = false;
    script.onerror = failed;
    document.head.appendChild(script);
  });
}

function ask() {
  if (asked) return;
  asked = true;
  ground.classList.remove("fh-map--failed");
  ground.querySelector("[data-map-failed]").textContent = "";
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = ground.querySelector("[data-map-css]").dataset.mapCss;
  // Before ours, which has the last word; Leaflet measures by it.
  style.onload = fetchScripts;
  style.onerror = failed;
  document.head.insertBefore(style, document.head.firstChild);
}

function show() {
  const seen = isSeen(ground);
  buttons.forEach((button) => {
    button.setAttribute("aria-pressed", String((button.dataset.mapShow === "ground") === seen));
  });
  if (seen) {
    ask();
    ground.dispatchEvent(new Event("seen"));
  }
}

function offer(which) {
  pane.dataset.show = which;
  show();
}

if (ground) {
  buttons.forEach((button) => {
    button.addEventListener("click", () => offer(button.dataset.mapShow));
  });
  show();
  // A large view, or a window that was made wider.
  new MutationObserver(show).observe(document.documentElement, { attributeFilter: ["data-view"] });
  window.addEventListener("resize", show);
  // Where the list isn't on the page, only they know the place.
  choice.onChange((id) => {
    if (id && !document.querySelector("#places [data-item]") && !isSeen(ground)) offer("ground");
  });
}
