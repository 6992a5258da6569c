// A number that somebody lets us show up to a day goes after it, and another takes its place.
(function () {
  "use strict";
  window.fahu.onTick(function () {
    var today = window.fahu.today();
    document.querySelectorAll("[data-phone-until]").forEach(function (part) {
      part.hidden = today > part.dataset.phoneUntil;
    });
    document.querySelectorAll("[data-phone-after]").forEach(function (part) {
      part.hidden = today <= part.dataset.phoneAfter;
    });
  });
})();
