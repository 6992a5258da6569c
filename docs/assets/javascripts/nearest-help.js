// A place whose next duty is more than a week off: names the two soonest within reach, by the reader's clock.
import { clock } from "./clock.js";

const WAIT = 7;
const OFFERED = 2;

// Those that aren't over, of 09:00-11:00 0 3 41?;13:30-16:00 9: hours, then days from the first, ? in a year without notice.
function left(text, first) {
  const found = [];
  text.split(";").filter(Boolean).forEach((same) => {
    const days = same.split(" ");
    const hours = days.shift().split("-");
    days.forEach((day) => {
      const date = clock.addDays(first, parseInt(day, 10));
      found.push({ date: date, from: hours[0], to: hours[1], planned: day.slice(-1) === "?" });
    });
  });
  return found
    .filter((duty) => duty.date + duty.to > clock.today() + clock.time())
    .sort((one, other) => (one.date + one.from < other.date + other.from ? -1 : 1));
}

function words(duty) {
  const line = document.createElement("p");
  const hours = document.createElement("span");
  const day = duty.date.split("-").map(Number);
  hours.className = "fh-unbroken";
  hours.textContent = `${duty.from}–${duty.to}`;
  line.textContent = `${day[1]}月${day[2]}日 星期${"一二三四五六日"[clock.weekday(duty.date)]} `;
  line.appendChild(hours);
  if (duty.planned) line.appendChild(document.createTextNode("（放假安排还没公布，先打电话问）"));
  return line;
}

// Of two at one time the place that stands first.
function soonest(near, first, until) {
  const found = [];
  near.forEach((place, number) => {
    left(place[6], first).forEach((duty) => {
      const at = duty.date + duty.from + (1000 + number);
      if (duty.date < until) found.push({ place: place, duty: duty, at: at });
    });
  });
  return found.sort((one, other) => (one.at < other.at ? -1 : 1)).slice(0, OFFERED);
}

// The place: id, name, how far, whom to call, number, whether that is a sample.
function draw(model, place, duties) {
  const item = model.cloneNode(true);
  const name = item.querySelector(".fh-nearest__name");
  const phone = item.querySelector(".fh-phone");
  name.href = name.getAttribute("href").replace(/[^/]+$/, `${place[0]}.html`);
  name.textContent = place[1];
  item.querySelector(".fh-muted").textContent = place[2];
  phone.parentNode.querySelector(".fh-nowrap").textContent = place[3];
  phone.href = `tel:${place[4].replace(/\D/g, "")}`;
  phone.textContent = place[4];
  item.querySelector(".fh-sample").hidden = !place[5];
  const times = item.querySelector("[data-times]");
  times.textContent = "";
  duties.map(words).forEach((line) => {
    times.appendChild(line);
  });
  return item;
}

function show(section) {
  const list = section.querySelector("[data-found]");
  const first = section.dataset.from;
  const own = left(section.dataset.own, first)[0];
  const near = soonest(JSON.parse(section.dataset.near), first, own ? own.date : "9999");
  const waits = !own || clock.daysUntil(own.date) > WAIT;
  section.hidden = !waits || !near.length || clock.today() > section.dataset.known;
  const said = JSON.stringify(near);
  // Whoever presses a number just now would lose it.
  if (section.hidden || said === section.dataset.said) return;
  section.dataset.said = said;
  const model = list.querySelector("li");
  list.textContent = "";
  near.forEach((entry, place) => {
    if (near.findIndex((other) => other.place === entry.place) < place) return;
    const duties = near.filter((other) => other.place === entry.place).map((other) => other.duty);
    list.appendChild(draw(model, entry.place, duties));
  });
}

clock.onTick(() => {
  document.querySelectorAll("[data-nearest]").forEach(show);
});
