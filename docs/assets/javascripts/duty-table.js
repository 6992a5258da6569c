// Dated tables: hides what has passed, marks today, and says so when the table has run out.
(function () {
  "use strict";
  var today = window.fahu.today();

  // Today's shift whose hours are over.
  function over(entry) {
    return entry.dataset.date === today && entry.dataset.to <= window.fahu.time();
  }

  document.querySelectorAll("[data-duty-table]").forEach(function (table) {
    var left = 0;
    table.querySelectorAll("[data-date]").forEach(function (row) {
      var past = row.dataset.date < today;
      if (!table.hasAttribute("data-keep-past")) row.hidden = past;
      if (!past) left += 1;
      if (row.dataset.date === today) row.classList.add("is-today");
      row.classList.toggle("is-over", over(row));
    });
    table.querySelectorAll("[data-month]").forEach(function (group) {
      group.hidden = !group.querySelector("[data-date]:not([hidden])");
    });
    var expired = table.querySelector("[data-expired]");
    if (expired) expired.hidden = today <= table.dataset.last;
  });

  document.querySelectorAll("[data-weeks]").forEach(function (weeks) {
    var shown = 0;
    weeks.querySelectorAll("[data-week]").forEach(function (week) {
      var past = week.dataset.weekEnd < today;
      week.hidden = past || shown === 2;
      if (week.hidden) return;
      shown += 1;
      var name = week.querySelector("[data-week-name]");
      if (week.dataset.week <= today) name.textContent = "本周";
      else if (window.fahu.daysUntil(week.dataset.week) <= 7) name.textContent = "下周";
      week.querySelectorAll("[data-date]").forEach(function (row) {
        row.classList.toggle("is-past", row.dataset.date < today);
        row.classList.toggle("is-today", row.dataset.date === today);
        row.classList.toggle("is-over", over(row));
      });
    });
    weeks.querySelector("[data-expired]").hidden = shown > 0;
  });

  document.querySelectorAll("[data-upcoming]").forEach(function (list) {
    var shown = 0;
    list.querySelectorAll("[data-date]").forEach(function (entry) {
      entry.hidden = entry.dataset.date < today || over(entry);
      if (!entry.hidden) shown += 1;
    });
    var empty = list.parentNode.querySelector("[data-when-empty]");
    if (empty) empty.hidden = shown > 0;
  });
})();
