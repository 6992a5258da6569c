// 还来得及吗: the last day of a term from a day that the reader fills in; macros/domain/time_limit.py, word for word.
// Nothing leaves the device, and nothing is kept.
import { clock } from "./clock.js";
import { all } from "./dom.js";

function two(number) {
  return `0${number}`.slice(-2);
}

function monthEnd(year, month) {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`;
  return clock.addDays(next, -1);
}

// The day itself isn't counted; a month ends on its like, or with its last day.
export function counted(start, length) {
  if (length.days) return clock.addDays(start, length.days);
  const months = Number(start.slice(5, 7)) - 1 + length.months + 12 * length.years;
  const year = Number(start.slice(0, 4)) + Math.floor(months / 12);
  const month = (months % 12) + 1;
  const like = `${year}-${two(month)}-${start.slice(8)}`;
  const end = monthEnd(year, month);
  return like < end ? like : end;
}

function working(date, days) {
  return date in days ? days[date] : clock.weekday(date) < 5;
}

// Where the holidays of a year aren't announced nothing is moved.
export function lastDay(start, length, years, days) {
  const end = counted(start, length);
  const announced = (date) => years.indexOf(date.slice(0, 4)) >= 0;
  let day = end;
  while (announced(day) && !working(day, days)) day = clock.addDays(day, 1);
  return announced(day) ? { day: day, counted: end, announced: true } : { day: end, counted: end, announced: false };
}

// 20261001 is off, 20261010+ is worked.
export function differing(text) {
  const days = {};
  text.split(" ").filter(Boolean).forEach((each) => {
    days[`${each.slice(0, 4)}-${each.slice(4, 6)}-${each.slice(6, 8)}`] = each.slice(8) === "+";
  });
  return days;
}

function said(date) {
  const day = date.split("-").map(Number);
  return `${day[0]}年${day[1]}月${day[2]}日 星期${"一二三四五六日"[clock.weekday(date)]}`;
}

function left(date) {
  const days = clock.daysUntil(date);
  if (days < 0) return "已经过了。先别放弃：时间可能停过、重新算过，马上打电话问。";
  if (days === 0) return "就是今天，马上去。";
  return `还有 ${days} 天，早办最保险。`;
}

function why(found, days) {
  if (found.day !== found.counted) return `数到${said(found.counted)}，放假，顺延。`;
  if (found.announced || working(found.day, days)) return "";
  return "那一年的放假安排还没公布，最后一天可能往后移，别指望它。";
}

function write(holder, lines, over) {
  holder.textContent = "";
  holder.classList.toggle("is-over", over);
  lines.filter(Boolean).forEach((line, number) => {
    const part = document.createElement(number ? "span" : "strong");
    holder.appendChild(part);
    // No line ends inside a date or a day of the week.
    line.split(/(\d+年\d+月\d+日|星期[一二三四五六日])/).forEach((piece) => {
      const whole = document.createElement("span");
      whole.className = /^(\d+年|星期.)/.test(piece) ? "fh-unbroken" : "";
      whole.textContent = piece;
      part.appendChild(whole);
    });
  });
}

function show(one, years, days) {
  const start = one.querySelector("input").value;
  const holder = one.querySelector("[data-last-day]");
  const length = {
    years: Number(one.dataset.lengthYears),
    months: Number(one.dataset.lengthMonths),
    days: Number(one.dataset.lengthDays),
  };
  one.querySelector("[data-example]").hidden = Boolean(start);
  if (!/^\d{4}-\d\d-\d\d$/.test(start)) {
    write(holder, [], false);
    return;
  }
  const found = lastDay(start, length, years, days);
  const lines = [`最后一天：${said(found.day)}`, left(found.day), why(found, days)];
  // Screen readers read it aloud at each change, and would at each minute.
  if (holder.textContent !== lines.join("")) write(holder, lines, found.day < clock.today());
}

function refresh() {
  all(document, "[data-limits]").forEach((section) => {
    const years = section.dataset.years.split(" ");
    const days = differing(section.dataset.days);
    all(section, "[data-limit]").forEach((one) => {
      show(one, years, days);
    });
  });
}

document.addEventListener("input", refresh);
document.addEventListener("change", refresh);
clock.onTick(refresh);
