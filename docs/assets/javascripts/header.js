// The header: the search button opens Material's search; the menu closes on Escape and on a press elsewhere.
(function () {
  "use strict";
  var search = document.querySelector("[data-search]");
  var toggle = document.getElementById("__search");
  var field = document.querySelector(".md-search__input");
  if (search && toggle && field) {
    search.addEventListener("click", function () {
      toggle.click();
      field.focus();
    });
    // Material waits for a key to go up, which a Chinese keyboard, dictation or pasting may never report.
    field.addEventListener("input", function () {
      field.dispatchEvent(new KeyboardEvent("keyup"));
    });
  }

  var menu = document.querySelector("[data-menu]");
  if (!menu) return;
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", function (event) {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
})();
