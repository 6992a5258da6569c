// Shows the shift that counts now: one that isn't over, today's before the next day's, and who else is on that day.
import { offer } from "./call-hours.js";
import { clock } from "./clock.js";
import { all } from "./dom.js";

const SHOWN = 3;

function vacant(shift) {
  return shift.hasAttribute("data-vacant");
}

function label(day, lead, days, time) {
  const when = ["今天", "明天", "后天"][days] || "下次";
  if (vacant(lead)) return `${when}暂缺`;
  // Nobody knows yet whether it is a holiday.
  if (day.hasAttribute("data-planned")) return `按计划${when}值班`;
  return days === 0 && lead.dataset.from <= time ? "正在值班" : `${when}值班`;
}

// Somebody who can help comes first; a vacant shift only when there is nobody else.
function lead(left) {
  return left.find((shift) => !vacant(shift)) || left[0];
}

// A day on which somebody is there; what is vacant today is said above.
function next(days, left) {
  const some = days.filter((day) => left(day).length);
  return some.find((day) => !left(day).every(vacant)) || some[0];
}

function arrange(day, left, first) {
  const others = left.filter((shift) => shift !== first).slice(0, SHOWN - 1);
  all(day, "[data-from]").forEach((shift) => {
    shift.hidden = shift !== first && others.indexOf(shift) < 0;
    // Those that never count have no more than a line.
    const full = shift.querySelector("[data-full]");
    if (full) full.hidden = shift !== first;
    const brief = shift.querySelector("[data-brief]");
    if (brief) brief.hidden = shift === first;
  });
  // Moved only when it must be: whoever reads or presses it just now would lose it.
  const top = day.querySelector("[data-from]");
  if (top !== first) day.insertBefore(first, top);
}

function say(card, part, holds) {
  const found = card.querySelector(part);
  if (found) found.hidden = !holds;
}

function showDay(card, day, left, today, time) {
  const first = lead(left);
  arrange(day, left, first);
  const tag = card.querySelector("[data-label]");
  tag.textContent = label(day, first, clock.daysUntil(day.dataset.date), time);
  const sure = day.dataset.date === today && !day.hasAttribute("data-planned");
  tag.classList.toggle("fh-tag--open", sure && !vacant(first));
  offer(card, first, sure && first.dataset.from <= time && time < first.dataset.to);
}

function show(card) {
  const today = clock.today();
  const time = clock.time();
  const days = all(card, "[data-date]");

  function left(day) {
    if (day.dataset.date !== today) return day.dataset.date > today ? all(day, "[data-from]") : [];
    return all(day, "[data-from]").filter((shift) => time < shift.dataset.to && !vacant(shift));
  }

  const current = next(days, left);
  days.forEach((day) => {
    day.hidden = day !== current;
  });
  const here = days.find((day) => day.dataset.date === today);
  const over = Boolean(here) && here !== current && !all(here, "[data-from]").every(vacant);
  const expired = today > card.dataset.last;
  const free = Boolean(current) && !here && !card.querySelector(`[data-stop="${today}"]`);
  say(card, "[data-expired]", expired);
  const known = today <= card.dataset.known;
  say(card, ".fh-tags", Boolean(current));
  const none = !expired && !current && known;
  say(card, "[data-office]", expired || none);
  say(card, "[data-none]", none);
  say(card, "[data-unknown]", !expired && !current && !known);
  say(card, "[data-over]", !expired && over);
  say(card, "[data-free]", !expired && free);
  if (current) showDay(card, current, left(current), today, time);
}

function refresh() {
  document.querySelectorAll("[data-duty-now]").forEach(show);
}

clock.onTick(refresh);
