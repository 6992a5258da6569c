// The messages about this week and the next, and today in the calendar of a month.
import { clock } from "./clock.js";
import { all } from "./dom.js";

clock.onTick(() => {
  const today = clock.today();
  all(document, "[data-message-week]").forEach((week) => {
    const days = clock.daysUntil(week.dataset.messageWeek);
    week.hidden = week.dataset.messageEnd < today || days > 7;
    week.querySelector("[data-label]").textContent = days <= 0 ? "本周" : "下周";
  });
  all(document, "[data-month-day]").forEach((day) => {
    day.classList.toggle("is-today", day.dataset.monthDay === today);
  });
});
