// Keeps events true after the build: marks 今天, 明天 and what is on, and moves what is over out of the coming ones.
import { clock } from "./clock.js";
import { all } from "./dom.js";

// Over with its last hour; without hours, with its last day.
function over(event) {
  // Nobody knows yet when a postponed one is over.
  if ("postponed" in event.dataset) return false;
  const today = clock.today();
  return event.dataset.last < today || (event.dataset.last === today && event.dataset.end <= clock.time());
}

function todaysWord(event, days) {
  const start = event.dataset.start;
  const time = clock.time();
  if (!start) return days < 0 ? "正在举办" : "今天";
  if (time < start) return `今天 ${start.replace(/^0/, "")}`;
  return time < event.dataset.end ? "正在举办" : "今天已结束，明天还有";
}

function word(event) {
  const cancelled = "cancelled" in event.dataset;
  if (over(event)) return cancelled ? "" : "已结束";
  if (!("exact" in event.dataset)) return "";
  const days = clock.daysUntil(event.dataset.first);
  if (days > 0) return days === 1 ? "明天" : "";
  if (cancelled) return days < 0 ? "" : "今天";
  return todaysWord(event, days);
}

function mark(event) {
  const tag = event.querySelector("[data-mark]");
  // In a list the heading of the year says that it is over.
  tag.textContent = event.tagName === "LI" && over(event) ? "" : word(event);
  tag.classList.toggle("fh-tag--open", tag.textContent === "正在举办");
  tag.hidden = !tag.textContent;
}

function retire(event) {
  const year = document.querySelector(`[data-year="${event.dataset.first.slice(0, 4)}"]`);
  if (!year || "moved" in event.dataset) {
    event.remove();
    return;
  }
  const list = year.querySelector("[data-events]");
  list.insertBefore(event, list.firstElementChild);
  list.hidden = year.hidden = false;
}

function refresh(section) {
  all(section, "[data-event]").filter(over).forEach(retire);
  const left = all(section, "[data-event]");
  // Without a limit the filters alone decide what is seen.
  if (section.dataset.limit) {
    left.forEach((event, number) => {
      event.hidden = number >= Number(section.dataset.limit);
    });
  }
  section.querySelector("[data-events]").hidden = !left.length;
  section.querySelector("[data-none]").hidden = left.length > 0;
}

clock.onTick(() => {
  all(document, "[data-coming]").forEach(refresh);
  all(document, "[data-event]").forEach(mark);
});
