// The large view: remembered on this phone, set before the page is drawn, toggled by the button in the header.
(function () {
  "use strict";
  var root = document.documentElement;
  var key = "fahu-view";

  function stored() {
    try {
      return localStorage.getItem(key);
    } catch (error) {
      return null;
    }
  }

  function show(large) {
    if (large) root.setAttribute("data-view", "large");
    else root.removeAttribute("data-view");
    document.querySelectorAll("[data-large-view]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(large));
    });
  }

  var asked = /[?&]large=1(&|$)/.test(location.search);
  show(asked || stored() === "large");

  document.addEventListener("DOMContentLoaded", function () {
    show(root.getAttribute("data-view") === "large");
    document.querySelectorAll("[data-large-view]").forEach(function (button) {
      button.addEventListener("click", function () {
        var large = root.getAttribute("data-view") !== "large";
        show(large);
        try {
          localStorage.setItem(key, large ? "large" : "normal");
        } catch (error) {
          // Private browsing: the view lasts for this page.
        }
      });
    });
  });
})();
