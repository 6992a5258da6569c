// Says at each place whether it is open now, from the schedules on the page.
import { clock } from "./clock.js";
import { all } from "./dom.js";
import { openingAt } from "./opening-words.js";

// So many answers of the village finder are told in full.
const FEW = 3;

function schedules() {
  const found = {};
  all(document, "[data-schedules]").forEach((holder) => {
    Object.assign(found, JSON.parse(holder.dataset.schedules));
  });
  return found;
}

// In the village finder many marks stand side by side: only an open door and a closure are told, until few are left.
function fewLeft(line) {
  const list = line.closest("ul");
  return !list || Array.prototype.filter.call(list.children, (item) => !item.hidden).length <= FEW;
}

// A line breaks between clauses, not inside one.
function write(holder, text) {
  holder.textContent = "";
  (text.match(/[^，；]+[，；]?/g) || []).forEach((clause) => {
    const part = document.createElement("span");
    part.className = "fh-opening__clause";
    part.textContent = clause;
    holder.appendChild(part);
  });
}

// A mark in a list is drawn when there is something to say.
function drawn(line) {
  const now = document.createElement("span");
  const word = document.createElement("strong");
  const more = document.createElement("span");
  now.dataset.now = word.dataset.word = more.dataset.more = "";
  word.className = "fh-opening__word";
  now.appendChild(word);
  now.appendChild(document.createTextNode(" "));
  now.appendChild(more);
  return line.insertBefore(now, line.firstChild);
}

function show(line, schedule) {
  const today = clock.today();
  const duty = line.hasAttribute("data-duty") ? line.dataset.duty.split(" ") : null;
  const said = openingAt(schedule, today, clock.time(), duty);
  const brief = line.hasAttribute("data-mark-only") && !fewLeft(line);
  const now = line.querySelector("[data-now]") || drawn(line);
  line.dataset.kind = said[0];
  write(now.querySelector("[data-word]"), said[1]);
  write(now.querySelector("[data-more]"), brief && said[0] === "open" ? "" : said[2]);
  now.hidden = brief && said[0] !== "open" && said[0] !== "closed";
  // Once it has begun, the line itself says it.
  all(line, "[data-closure]").forEach((closure) => {
    closure.hidden = closure.dataset.closure <= today;
  });
}

function refresh() {
  const known = schedules();
  all(document, "[data-opening]").forEach((line) => {
    if (known[line.dataset.opening]) show(line, known[line.dataset.opening]);
  });
}

clock.onTick(refresh);
// After the finder's own script has hidden what doesn't match.
document.addEventListener("input", refresh);
