// Shows the day that counts now: today while somebody is still on duty, otherwise the next day with a duty.
(function () {
  "use strict";
  function label(day, date, time) {
    var days = window.fahu.daysUntil(date);
    if (days > 2) return "下次值班";
    if (days > 0) return days === 1 ? "明天值班" : "后天值班";
    var open = Array.prototype.some.call(day.querySelectorAll("[data-from]"), function (shift) {
      return shift.dataset.from <= time && time < shift.dataset.to;
    });
    return open ? "正在值班" : "今天值班";
  }

  function show(card) {
    var today = window.fahu.today();
    var time = window.fahu.time();
    var days = Array.prototype.slice.call(card.querySelectorAll("[data-date]"));
    var current = days.find(function (day) {
      if (day.dataset.date !== today) return day.dataset.date > today;
      return Array.prototype.some.call(day.querySelectorAll("[data-from]"), function (shift) {
        return time < shift.dataset.to;
      });
    });
    days.forEach(function (day) {
      day.hidden = day !== current;
    });
    var expired = today > card.dataset.last;
    card.querySelector("[data-expired]").hidden = !expired;
    card.querySelector("[data-none]").hidden = expired || Boolean(current);
    if (!current) return;
    var tag = current.querySelector("[data-label]");
    tag.textContent = label(current, current.dataset.date, time);
    tag.classList.toggle("fh-tag--open", current.dataset.date === today);
    var over = days.some(function (day) {
      return day.dataset.date === today && day !== current;
    });
    card.querySelector("[data-over]").hidden = !over;
    card.querySelector("[data-free]").hidden = over || current.dataset.date === today;
  }

  document.querySelectorAll("[data-duty-now]").forEach(show);
})();
