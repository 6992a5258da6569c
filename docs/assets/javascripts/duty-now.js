// Shows the shift that counts now: one that isn't over, today's before the next day's, and who else is on that day.
(function () {
  "use strict";
  var SHOWN = 3;

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function label(lead, days, time) {
    var when = ["今天", "明天", "后天"][days] || "下次";
    if (lead.hasAttribute("data-vacant")) return when + "暂缺";
    return days === 0 && lead.dataset.from <= time ? "正在值班" : when + "值班";
  }

  // Somebody who can help comes first; a vacant shift only when there is nobody else.
  function lead(left) {
    return left.find((shift) => !shift.hasAttribute("data-vacant")) || left[0];
  }

  function arrange(day, left, first) {
    var others = left.filter((shift) => shift !== first).slice(0, SHOWN - 1);
    all(day, "[data-from]").forEach(function (shift) {
      shift.hidden = shift !== first && others.indexOf(shift) < 0;
      shift.querySelector("[data-full]").hidden = shift !== first;
      shift.querySelector("[data-brief]").hidden = shift === first;
    });
    day.insertBefore(first, day.querySelector("[data-from]"));
  }

  function show(card) {
    var today = window.fahu.today();
    var time = window.fahu.time();
    var days = all(card, "[data-date]");

    function left(day) {
      if (day.dataset.date < today) return [];
      return all(day, "[data-from]").filter((shift) => day.dataset.date > today || time < shift.dataset.to);
    }

    var current = days.find((day) => left(day).length);
    days.forEach(function (day) {
      day.hidden = day !== current;
    });
    var expired = today > card.dataset.last;
    card.querySelector("[data-expired]").hidden = !expired;
    card.querySelector("[data-none]").hidden = expired || Boolean(current);
    var over = days.some((day) => day.dataset.date === today && day !== current);
    card.querySelector("[data-over]").hidden = expired || !over;
    card.querySelector("[data-free]").hidden = expired || !current || over || current.dataset.date === today;
    if (!current) return;
    var first = lead(left(current));
    arrange(current, left(current), first);
    var tag = current.querySelector("[data-label]");
    tag.textContent = label(first, window.fahu.daysUntil(current.dataset.date), time);
    tag.classList.toggle("fh-tag--open", current.dataset.date === today && !first.hasAttribute("data-vacant"));
  }

  function refresh() {
    document.querySelectorAll("[data-duty-now]").forEach(show);
  }

  window.fahu.onTick(refresh);
})();
