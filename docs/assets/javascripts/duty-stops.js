// Says what doesn't take place today, until the day is over.
(function () {
  "use strict";
  window.fahu.onTick(function () {
    var today = window.fahu.today();
    document.querySelectorAll("[data-stop]").forEach(function (stop) {
      stop.hidden = stop.dataset.stop !== today;
      if (!stop.hidden) stop.querySelector("[data-stop-day]").textContent = "今天";
    });
  });
})();
