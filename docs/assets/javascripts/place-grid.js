// Says in each cell of the grid when somebody is there next; today's is marked.
import { clock } from "./clock.js";
import { all } from "./dom.js";

const NAMES = ["今天", "明天", "后天"];

function show(cell) {
  const today = clock.today();
  const dates = all(cell, "[data-grid-date]");
  const over = (one) =>
    one.dataset.gridDate < today || (one.dataset.gridDate === today && one.dataset.to <= clock.time());
  const next = dates.find((one) => !over(one));
  dates.forEach((one) => {
    one.hidden = one !== next;
  });
  cell.classList.toggle("fh-place-grid__cell--today", Boolean(next) && next.dataset.gridDate === today);
  if (!next) return;
  const name = NAMES[clock.daysUntil(next.dataset.gridDate)];
  next.classList.toggle("is-near", Boolean(name));
  const day = next.querySelector("[data-grid-day]");
  day.textContent = name || day.dataset.gridDay;
}

clock.onTick(() => {
  document.querySelectorAll("[data-grid-cell]").forEach(show);
});
