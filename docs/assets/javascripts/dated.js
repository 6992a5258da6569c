// Shows each entry of a list from its first day to its last: notices, the tip of the week.
import { clock } from "./clock.js";

clock.onTick(() => {
  const today = clock.today();
  document.querySelectorAll("[data-dated]").forEach((list) => {
    let shown = 0;
    list.querySelectorAll("[data-until]").forEach((entry) => {
      entry.hidden = today < entry.dataset.from || today > entry.dataset.until;
      if (!entry.hidden) shown += 1;
    });
    list.hidden = !shown;
  });
});
