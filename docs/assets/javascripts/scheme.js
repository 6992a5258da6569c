// Light, dark, or as the phone is: set before the page is drawn, remembered on this device, chosen in the header.
(function () {
  "use strict";
  var NAMES = { "": "跟手机、电脑一样", light: "浅色", dark: "深色" };
  var NEXT = { "": "dark", dark: "light", light: "" };
  var root = document.documentElement;
  var key = "fahu-scheme";
  var night = window.matchMedia("(prefers-color-scheme: dark)");
  var asked = stored();

  function stored() {
    try {
      var found = localStorage.getItem(key);
      return found in NEXT ? found : "";
    } catch (error) {
      return "";
    }
  }

  function show() {
    root.setAttribute("data-scheme", asked || (night.matches ? "dark" : "light"));
    document.querySelectorAll("[data-scheme-to]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.schemeTo === asked));
    });
    document.querySelectorAll("[data-scheme-is]").forEach(function (icon) {
      icon.hidden = icon.dataset.schemeIs !== asked;
    });
    document.querySelectorAll("[data-scheme-next]").forEach(function (button) {
      button.title = "颜色：" + NAMES[asked] + "。换成" + NAMES[NEXT[asked]];
      button.setAttribute("aria-label", button.title);
    });
  }

  function choose(scheme) {
    asked = scheme;
    show();
    try {
      localStorage.setItem(key, scheme);
    } catch (error) {
      // Private browsing: the colours last for this page.
    }
  }

  show();
  // Older browsers have only addListener.
  if (night.addEventListener) night.addEventListener("change", show);
  else night.addListener(show);

  document.addEventListener("DOMContentLoaded", function () {
    show();
    document.querySelectorAll("[data-scheme-to]").forEach(function (button) {
      button.addEventListener("click", function () {
        choose(button.dataset.schemeTo);
      });
    });
    document.querySelectorAll("[data-scheme-next]").forEach(function (button) {
      button.addEventListener("click", function () {
        choose(NEXT[asked]);
      });
    });
  });
})();
