// Dated tables: hides what has passed, marks today, and says so when the table has run out.
(function () {
  "use strict";
  function mark(row, today) {
    var now = row.dataset.date === today;
    row.classList.toggle("is-past", row.dataset.date < today);
    row.classList.toggle("is-today", now);
    // Today's shift whose hours are over.
    row.classList.toggle("is-over", now && row.dataset.to <= window.fahu.time());
  }

  function showTable(table, today) {
    table.querySelectorAll("[data-date]").forEach(function (row) {
      if (!table.hasAttribute("data-keep-past")) row.hidden = row.dataset.date < today;
      mark(row, today);
    });
    table.querySelectorAll("[data-month]").forEach(function (group) {
      group.hidden = !group.querySelector("[data-date]:not([hidden])");
    });
    var expired = table.querySelector("[data-expired]");
    if (expired) expired.hidden = today <= table.dataset.last;
  }

  function showWeeks(weeks, today) {
    var shown = 0;
    weeks.querySelectorAll("[data-week]").forEach(function (week) {
      week.hidden = week.dataset.weekEnd < today || shown === 2;
      if (week.hidden) return;
      shown += 1;
      var near = window.fahu.daysUntil(week.dataset.week);
      week.querySelector("[data-week-name]").textContent = near <= 0 ? "本周" : near <= 7 ? "下周" : "";
      week.querySelectorAll("[data-date]").forEach(function (row) {
        mark(row, today);
      });
    });
    weeks.querySelector("[data-expired]").hidden = today <= weeks.dataset.last;
  }

  function showUpcoming(list, today) {
    var shown = 0;
    list.querySelectorAll("[data-date]").forEach(function (entry) {
      mark(entry, today);
      // What is vacant today is said above.
      entry.hidden = entry.matches(".is-past, .is-over, .is-today[data-vacant]");
      if (!entry.hidden) shown += 1;
    });
    var more = list.parentNode.querySelector("[data-when-more]");
    var known = Boolean(more) && today <= more.dataset.whenMore;
    if (more) more.hidden = shown > 0 || !known;
    var empty = list.parentNode.querySelector("[data-when-empty]");
    if (empty) empty.hidden = shown > 0 || known;
  }

  function each(selector, show) {
    var today = window.fahu.today();
    document.querySelectorAll(selector).forEach(function (part) {
      show(part, today);
    });
  }

  window.fahu.onTick(function () {
    each("[data-duty-table]", showTable);
    each("[data-weeks]", showWeeks);
    each("[data-upcoming]", showUpcoming);
  });
})();
