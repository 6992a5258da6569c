// Who comes on the two days with a duty after the one that the card shows, read from the table of dates.
import { clock } from "./clock.js";
import { all } from "./dom.js";

const SHOWN = 2;

function line(row) {
  const item = document.createElement("li");
  const [day, weekday] = row.cells[0].textContent.split(" ");
  item.appendChild(document.createTextNode(`${day} `));
  [weekday, row.cells[1].textContent].forEach((text) => {
    const whole = document.createElement("span");
    whole.className = "fh-unbroken";
    whole.textContent = text;
    item.appendChild(whole);
    item.appendChild(document.createTextNode(" "));
  });
  all(row.cells[2], ".fh-nowrap").forEach((who) => {
    if (who.parentNode === row.cells[2]) item.appendChild(who.cloneNode(true));
  });
  const planned = row.parentNode.querySelector(".fh-planned");
  if (planned) item.appendChild(document.createTextNode("（按计划）"));
  return item;
}

function show(part) {
  const day = part.parentNode.querySelector("[data-date]:not([hidden])");
  const held = day ? all(document, "[data-duty-table] [data-date]:not([data-off])") : [];
  const lines = held.filter((row) => row.dataset.date > day.dataset.date).slice(0, SHOWN).map(line);
  const list = part.querySelector("ul");
  part.hidden = !lines.length;
  list.textContent = "";
  lines.forEach((item) => {
    list.appendChild(item);
  });
}

clock.onTick(() => {
  all(document, "[data-after]").forEach(show);
});
