// The large view: remembered on this phone, set before the page is drawn, toggled by the button in the header.
// Whoever made the text larger in WeChat or the browser has it too, and nothing is enlarged twice.
const root = document.documentElement;
const key = "fahu-view";
// From here on a reader wants large type, not just a little more.
const MUCH = 1.3;
const REM = 20;
let asked = /[?&]large=1(&|$)/.test(location.search) ? "large" : stored();
let probe;

function stored() {
  try {
    return localStorage.getItem(key);
  } catch (_error) {
    return null;
  }
}

// How many times larger than we wrote it text comes out: apps enlarge the root, or only what is read.
function enlargement(size) {
  root.style.fontSize = size;
  return (probe ? probe.getBoundingClientRect().height : parseFloat(getComputedStyle(root).fontSize)) / REM;
}

function show() {
  const times = enlargement("");
  const large = asked === "large" || (asked !== "normal" && times >= MUCH);
  if (large) root.setAttribute("data-view", "large");
  else root.removeAttribute("data-view");
  if (large && times > 1) enlargement(`${REM / enlargement(`${REM}px`)}px`);
  document.querySelectorAll("[data-large-view]").forEach((button) => {
    button.setAttribute("aria-pressed", String(large));
  });
}

// WeChat sets its size when the page is there already.
function watch() {
  probe = document.createElement("span");
  probe.className = "fh-probe";
  probe.setAttribute("aria-hidden", "true");
  probe.textContent = "字";
  document.body.appendChild(probe);
  show();
  if (window.ResizeObserver) new ResizeObserver(show).observe(probe);
}

show();

document.addEventListener("DOMContentLoaded", () => {
  watch();
  document.querySelectorAll("[data-large-view]").forEach((button) => {
    button.addEventListener("click", () => {
      asked = root.getAttribute("data-view") === "large" ? "normal" : "large";
      show();
      try {
        localStorage.setItem(key, asked);
      } catch (_error) {
        // Private browsing: the view lasts for this page.
      }
    });
  });
});
