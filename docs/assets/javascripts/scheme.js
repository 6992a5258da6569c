// Light, dark, or as the phone is: set before the page is drawn, remembered on this device, chosen in the header.
const NAMES = { "": "跟手机、电脑一样", light: "浅色", dark: "深色" };
const NEXT = { "": "dark", dark: "light", light: "" };
const root = document.documentElement;
const key = "fahu-scheme";
const night = window.matchMedia("(prefers-color-scheme: dark)");
let asked = stored();

function stored() {
  try {
    const found = localStorage.getItem(key);
    return found in NEXT ? found : "";
  } catch (_error) {
    return "";
  }
}

function show() {
  root.setAttribute("data-scheme", asked || (night.matches ? "dark" : "light"));
  document.querySelectorAll("[data-scheme-to]").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.dataset.schemeTo === asked));
  });
  document.querySelectorAll("[data-scheme-next]").forEach((button) => {
    button.title = `颜色：${NAMES[asked]}。换成${NAMES[NEXT[asked]]}`;
    button.setAttribute("aria-label", button.title);
  });
}

function choose(scheme) {
  asked = scheme;
  show();
  try {
    localStorage.setItem(key, scheme);
  } catch (_error) {
    // Private browsing: the colours last for this page.
  }
}

show();
// Older browsers have only addListener.
if (night.addEventListener) night.addEventListener("change", show);
else night.addListener(show);

document.addEventListener("DOMContentLoaded", () => {
  show();
  document.querySelectorAll("[data-scheme-to]").forEach((button) => {
    button.addEventListener("click", () => {
      choose(button.dataset.schemeTo);
    });
  });
  document.querySelectorAll("[data-scheme-next]").forEach((button) => {
    button.addEventListener("click", () => {
      choose(NEXT[asked]);
    });
  });
});
