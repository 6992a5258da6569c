// Where a page's own dates end before the roster does: a button to the month that has the next ones.
import { clock } from "./clock.js";

function show(part, today) {
  part.hidden = today < part.dataset.fromDay || today > part.dataset.last;
  const day = today < part.dataset.first ? part.dataset.first : today;
  if (day === today) part.querySelector("[data-beyond-day]").textContent = "今天";
  const link = part.querySelector("[data-beyond-month]");
  // A large town has no pages of months.
  if (!link) return;
  link.href = `${link.dataset.beyondMonth.replace("{month}", day.slice(0, 7))}#d${day}`;
  link.querySelector("[data-beyond-name]").textContent = `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;
}

clock.onTick(() => {
  const today = clock.today();
  document.querySelectorAll("[data-beyond]").forEach((part) => {
    show(part, today);
  });
});
