// Where a page's own dates end before the roster does: a button to the month that has the next ones.
(function () {
  "use strict";
  function show(part, today) {
    part.hidden = today < part.dataset.fromDay || today > part.dataset.last;
    var day = today < part.dataset.first ? part.dataset.first : today;
    if (day === today) part.querySelector("[data-beyond-day]").textContent = "今天";
    part.querySelectorAll("[data-beyond-month]").forEach(function (link) {
      link.hidden = link.dataset.beyondMonth !== day.slice(0, 7);
      if (!link.hidden) link.hash = "d" + day;
    });
  }

  window.fahu.onTick(function () {
    var today = window.fahu.today();
    document.querySelectorAll("[data-beyond]").forEach(function (part) {
      show(part, today);
    });
  });
})();
