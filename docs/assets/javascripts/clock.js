// The date and time in Shanghai, whatever the phone is set to. China has had no summer time since 1991.
(function () {
  "use strict";
  function stamp() {
    return new Date(Date.now() + 8 * 3600 * 1000).toISOString();
  }
  window.fahu = Object.assign(window.fahu || {}, {
    today: function () {
      return stamp().slice(0, 10);
    },
    time: function () {
      return stamp().slice(11, 16);
    },
    daysUntil: function (date) {
      return Math.round((Date.parse(date) - Date.parse(this.today())) / 86400000);
    },
  });
})();
