// A number that somebody lets us show up to a day goes after it, and another takes its place.
import { clock } from "./clock.js";

clock.onTick(() => {
  const today = clock.today();
  document.querySelectorAll("[data-phone-until]").forEach((part) => {
    part.hidden = today > part.dataset.phoneUntil;
  });
  document.querySelectorAll("[data-phone-after]").forEach((part) => {
    part.hidden = today <= part.dataset.phoneAfter;
  });
});
