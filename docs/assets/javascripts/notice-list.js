// Shows each notice from its first day to its last.
import { clock } from "./clock.js";

clock.onTick(() => {
  const today = clock.today();
  document.querySelectorAll("[data-notices]").forEach((list) => {
    let shown = 0;
    list.querySelectorAll("[data-until]").forEach((notice) => {
      notice.hidden = today < notice.dataset.from || today > notice.dataset.until;
      if (!notice.hidden) shown += 1;
    });
    list.hidden = !shown;
  });
});
