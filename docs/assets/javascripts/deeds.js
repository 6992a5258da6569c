// Keeps a plan true after the build: ticks what has been held, by the time in Shanghai.
import { clock } from "./clock.js";
import { all } from "./dom.js";

clock.onTick(() => {
  all(document, "[data-held-from]").forEach((deed) => {
    const held = clock.now() >= deed.dataset.heldFrom;
    deed.querySelector("[data-held]").hidden = !held;
    deed.querySelector("[data-due]").hidden = held;
  });
});
