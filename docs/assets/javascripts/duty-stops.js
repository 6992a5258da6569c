// Says what doesn't take place today, until the day is over.
import { clock } from "./clock.js";

clock.onTick(() => {
  const today = clock.today();
  document.querySelectorAll("[data-stop]").forEach((stop) => {
    stop.hidden = stop.dataset.stop !== today;
    if (!stop.hidden) stop.querySelector("[data-stop-day]").textContent = "今天";
  });
});
