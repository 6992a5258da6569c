// A person's own number is offered while they are on duty; before and after, the place's or the office's.
(function () {
  "use strict";
  function show(calls) {
    var day = calls.closest("[data-date]");
    var shift = calls.closest("[data-from]");
    var time = window.fahu.time();
    var on = day.dataset.date === window.fahu.today() && shift.dataset.from <= time && time < shift.dataset.to;
    // In a year without a notice of the holidays it is only planned that anybody is there.
    var sure = on && !day.hasAttribute("data-planned");
    calls.classList.toggle("is-on", sure && Boolean(calls.querySelector(".fh-calls__personal")));
  }

  window.fahu.onTick(function () {
    document.querySelectorAll("[data-calls]").forEach(show);
  });
})();
