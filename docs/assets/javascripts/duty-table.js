// Dated tables: hides what has passed, marks today, and says so when the table has run out.
import { clock } from "./clock.js";

// In a table of dates the hours stand in a cell of their own; a whole day has none.
function end(row) {
  return row.dataset.to || (row.cells ? row.cells[1].textContent.slice(-5) : "24:00");
}

function mark(row, today) {
  const now = row.dataset.date === today;
  row.classList.toggle("is-past", row.dataset.date < today);
  row.classList.toggle("is-today", now);
  // Today's shift whose hours are over.
  row.classList.toggle("is-over", now && end(row) <= clock.time());
}

function showTable(table, today) {
  table.querySelectorAll("[data-date]").forEach((row) => {
    if (!table.hasAttribute("data-keep-past")) row.hidden = row.dataset.date < today;
    mark(row, today);
  });
  table.querySelectorAll("[data-month]").forEach((group) => {
    group.hidden = !group.querySelector("[data-date]:not([hidden])");
  });
  const expired = table.querySelector("[data-expired]");
  if (expired) expired.hidden = today <= table.dataset.last;
}

function showWeeks(weeks, today) {
  let shown = 0;
  weeks.querySelectorAll("[data-week]").forEach((week) => {
    week.hidden = week.dataset.weekEnd < today || shown === 2;
    if (week.hidden) return;
    shown += 1;
    const near = clock.daysUntil(week.dataset.week);
    week.querySelector("[data-week-name]").textContent = near <= 0 ? "本周" : near <= 7 ? "下周" : "";
    week.querySelectorAll("[data-date]").forEach((row) => {
      mark(row, today);
    });
  });
  weeks.querySelector("[data-expired]").hidden = today <= weeks.dataset.last;
}

function showUpcoming(list, today) {
  let shown = 0;
  list.querySelectorAll("[data-date]").forEach((entry) => {
    mark(entry, today);
    // What is vacant today is said above.
    entry.hidden = entry.matches(".is-past, .is-over, .is-today[data-vacant]");
    if (!entry.hidden) shown += 1;
  });
  const more = list.parentNode.querySelector("[data-when-more]");
  const known = Boolean(more) && today <= more.dataset.whenMore;
  if (more) more.hidden = shown > 0 || !known;
  const empty = list.parentNode.querySelector("[data-when-empty]");
  if (empty) empty.hidden = shown > 0 || known;
}

function each(selector, show) {
  const today = clock.today();
  document.querySelectorAll(selector).forEach((part) => {
    show(part, today);
  });
}

clock.onTick(() => {
  each("[data-duty-table]", showTable);
  each("[data-weeks]", showWeeks);
  each("[data-upcoming]", showUpcoming);
});
