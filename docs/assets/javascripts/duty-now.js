// Shows the shift that counts now: one that isn't over, today's before the next day's, and who else is on that day.
(function () {
  "use strict";
  var SHOWN = 3;

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function vacant(shift) {
    return shift.hasAttribute("data-vacant");
  }

  function label(day, lead, days, time) {
    var when = ["今天", "明天", "后天"][days] || "下次";
    if (vacant(lead)) return when + "暂缺";
    // Nobody knows yet whether it is a holiday.
    if (day.hasAttribute("data-planned")) return "按计划" + when + "值班";
    return days === 0 && lead.dataset.from <= time ? "正在值班" : when + "值班";
  }

  // Somebody who can help comes first; a vacant shift only when there is nobody else.
  function lead(left) {
    return left.find((shift) => !vacant(shift)) || left[0];
  }

  // A day on which somebody is there; what is vacant today is said above.
  function next(days, left) {
    var some = days.filter((day) => left(day).length);
    return some.find((day) => !left(day).every(vacant)) || some[0];
  }

  function arrange(day, left, first) {
    var others = left.filter((shift) => shift !== first).slice(0, SHOWN - 1);
    all(day, "[data-from]").forEach(function (shift) {
      shift.hidden = shift !== first && others.indexOf(shift) < 0;
      // Those that never count have no more than a line.
      var full = shift.querySelector("[data-full]");
      if (full) full.hidden = shift !== first;
      var brief = shift.querySelector("[data-brief]");
      if (brief) brief.hidden = shift === first;
    });
    // Moved only when it must be: whoever reads or presses it just now would lose it.
    var top = day.querySelector("[data-from]");
    if (top !== first) day.insertBefore(first, top);
  }

  function say(card, part, holds) {
    var found = card.querySelector(part);
    if (found) found.hidden = !holds;
  }

  function showDay(card, day, left, today, time) {
    var first = lead(left);
    arrange(day, left, first);
    var tag = card.querySelector("[data-label]");
    tag.textContent = label(day, first, window.fahu.daysUntil(day.dataset.date), time);
    var sure = day.dataset.date === today && !day.hasAttribute("data-planned");
    tag.classList.toggle("fh-tag--open", sure && !vacant(first));
    window.fahu.offer(card, first, sure && first.dataset.from <= time && time < first.dataset.to);
  }

  function show(card) {
    var today = window.fahu.today();
    var time = window.fahu.time();
    var days = all(card, "[data-date]");

    function left(day) {
      if (day.dataset.date !== today) return day.dataset.date > today ? all(day, "[data-from]") : [];
      return all(day, "[data-from]").filter((shift) => time < shift.dataset.to && !vacant(shift));
    }

    var current = next(days, left);
    days.forEach(function (day) {
      day.hidden = day !== current;
    });
    var here = days.find((day) => day.dataset.date === today);
    var over = Boolean(here) && here !== current && !all(here, "[data-from]").every(vacant);
    var expired = today > card.dataset.last;
    var free = Boolean(current) && !here && !card.querySelector('[data-stop="' + today + '"]');
    say(card, "[data-expired]", expired);
    var known = today <= card.dataset.known;
    say(card, ".fh-tags", Boolean(current));
    var none = !expired && !current && known;
    say(card, "[data-office]", expired || none);
    say(card, "[data-none]", none);
    say(card, "[data-unknown]", !expired && !current && !known);
    say(card, "[data-over]", !expired && over);
    say(card, "[data-free]", !expired && free);
    if (current) showDay(card, current, left(current), today, time);
  }

  function refresh() {
    document.querySelectorAll("[data-duty-now]").forEach(show);
  }

  window.fahu.onTick(refresh);
})();
