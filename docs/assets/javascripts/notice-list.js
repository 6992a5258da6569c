// Shows each notice from its first day to its last.
(function () {
  "use strict";
  window.fahu.onTick(function () {
    var today = window.fahu.today();
    document.querySelectorAll("[data-notices]").forEach(function (list) {
      var shown = 0;
      list.querySelectorAll("[data-until]").forEach(function (notice) {
        notice.hidden = today < notice.dataset.from || today > notice.dataset.until;
        if (!notice.hidden) shown += 1;
      });
      list.hidden = !shown;
    });
  });
})();
