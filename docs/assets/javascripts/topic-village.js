// 找谁问, once a village is chosen: of those who know the matter two of the village's next duties, and the nearest place
// that is open. A script of its own, which most readers never need.
import { clock } from "./clock.js";
import { all } from "./dom.js";
import { openingAt } from "./opening-words.js";
import { chosen, over } from "./topic-shifts.js";

const FORTNIGHT = 14;
const part = document.querySelector("[data-topic-help]");

function knowing(data) {
  const wanted = part.dataset.knows.split("、");
  return data.shifts
    .map((row) => ({
      place: row[0],
      date: clock.addDays(data.from, row[1]),
      hours: row[2].split("-"),
      people: row[3].map((number) => data.people[number]),
      state: row[4],
    }))
    .filter((shift) => !over(shift.date, shift.hours[1]))
    .filter((shift) => shift.people.some((person) => person.slice(2).some((matter) => wanted.indexOf(matter) >= 0)));
}

// Those of the own village within two weeks first, then the soonest anywhere; shown by time.
export function nextFor(shifts, own) {
  const soon = (shift) => shift.place === own && clock.daysUntil(shift.date) <= FORTNIGHT;
  const ordered = shifts.filter(soon).concat(shifts.filter((shift) => !soon(shift)));
  const when = (shift) => shift.date + shift.hours[0];
  return chosen(ordered, (shift) => shift.people.map((person) => person[0]).join()).sort((one, other) =>
    when(one) < when(other) ? -1 : 1,
  );
}

function made(name, text, className) {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function day(date) {
  const parts = date.split("-").map(Number);
  return `${parts[1]}月${parts[2]}日 星期${"一二三四五六日"[clock.weekday(date)]}`;
}

function who(people) {
  const wanted = part.dataset.knows.split("、");
  const holder = made("span", "");
  people.forEach((person, number) => {
    const known = person.slice(3).filter((matter) => wanted.indexOf(matter) >= 0);
    const name = made("span", `${number ? "；" : ""}${person[0]}`, "fh-nowrap");
    if (person[1]) {
      name.appendChild(document.createTextNode(" "));
      name.appendChild(made("span", "示例", "fh-sample"));
    }
    holder.appendChild(name);
    if (wanted.indexOf(person[2]) >= 0) holder.appendChild(made("span", `，${person[2]}`, "fh-muted"));
    if (known.length) holder.appendChild(made("span", `，懂${known.join("、")}`, "fh-muted"));
  });
  holder.dataset.who = "";
  return holder;
}

function row(shift, place, own) {
  const item = made("li", "", "fh-topic-help__shift");
  const when = made("span", "");
  const link = made("a", place[1]);
  item.dataset.drawn = when.dataset.when = link.dataset.place = "";
  link.href = `${part.dataset.root + place[0]}.html`;
  when.appendChild(made("time", day(shift.date)));
  when.appendChild(document.createTextNode(" "));
  when.appendChild(made("span", shift.hours.join("–"), "fh-unbroken"));
  item.appendChild(when);
  if (shift.state > 1) item.appendChild(made("span", "（放假安排还没公布，先打电话问）"));
  item.appendChild(link);
  if (own) item.appendChild(made("span", "就在您村里", "fh-tag fh-tag--open"));
  item.appendChild(who(shift.people));
  return item;
}

function redraw(list, items) {
  const before = all(list, "[data-drawn]");
  const said = (each) => each.map((item) => item.textContent).join("\n");
  // Whoever presses one just now would lose it.
  if (said(before) === said(items)) return;
  before.forEach((item) => {
    item.remove();
  });
  items.forEach((item) => {
    list.appendChild(item);
  });
}

// The own place, then the nearest: the first that is open; the own one where all are closed.
function openPlace(data, village) {
  const schedules = JSON.parse(data.schedules);
  const every = [[village[1], ""]].concat(village[2]);
  const open = every.find((near) => {
    const schedule = schedules[data.places[near[0]][5]];
    return schedule && openingAt(schedule, clock.today(), clock.time(), null)[0] === "open";
  });
  return open || every[0];
}

function showPlace(data, village) {
  const holder = part.querySelector("[data-open-place]");
  if (!holder) return;
  const found = openPlace(data, village);
  const place = data.places[found[0]];
  const said = openingAt(JSON.parse(data.schedules)[place[5]], clock.today(), clock.time(), null);
  const link = holder.querySelector("[data-place]");
  const number = holder.querySelector("[data-number]");
  const line = holder.querySelector("[data-opening-now]");
  const words = made("p", "");
  words.className = "fh-opening";
  words.dataset.kind = said[0];
  words.appendChild(made("strong", said[1], "fh-opening__word"));
  words.appendChild(document.createTextNode(` ${said[2]} `));
  if (place[6]) words.appendChild(made("span", "示例", "fh-sample"));
  link.href = `${part.dataset.root + place[0]}.html`;
  link.textContent = place[1];
  holder.querySelector("[data-far]").textContent = found[1];
  holder.querySelector("[data-whom]").textContent = place[2];
  number.href = `tel:${place[3].replace(/\D/g, "")}`;
  number.textContent = place[3];
  holder.querySelector("[data-sample]").hidden = !place[4];
  line.textContent = "";
  line.appendChild(words);
}

export function showVillage(list, data, village) {
  const shifts = nextFor(knowing(data), village[1]);
  redraw(list, shifts.map((shift) => row(shift, data.places[shift.place], shift.place === village[1])));
  all(list, "li:not([data-drawn])").forEach((item) => {
    item.hidden = true;
  });
  showPlace(data, village);
  return shifts.length;
}

