// 等不及: of the duties near one's own village those of today that aren't over, the first two.
import { clock } from "./clock.js";
import { all } from "./dom.js";

const SHOWN = 2;

function show(part) {
  const today = clock.today();
  const time = clock.time();
  const rows = all(part, "[data-date]");
  const left = rows.filter((row) => row.dataset.date === today && time < row.dataset.to).slice(0, SHOWN);
  rows.forEach((row) => {
    row.hidden = left.indexOf(row) < 0;
    row.querySelector("[data-there]").hidden = time < row.dataset.from;
  });
  part.querySelector("[data-otherwise]").hidden = left.length > 0;
}

clock.onTick(() => {
  all(document, "[data-urgent]").forEach(show);
});
