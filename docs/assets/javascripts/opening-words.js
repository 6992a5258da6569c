// Whether a place is open at an instant, until when, and when it opens again: macros/domain/opening.py, word for word.
import { clock } from "./clock.js";

const AHEAD = 70;
const WAIT = "哪天开门等通知";
const UNANNOUNCED = "放假安排还没公布，先打电话问";
const weekday = clock.weekday;

function short(date) {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

function hour(time) {
  return time.replace(/^0/, "");
}

function dayOf(schedule, date) {
  const found = (schedule.days || {})[date] || [schedule.week[weekday(date)], ""];
  const sessions = found[0] ? found[0].split(" ").map((hours) => hours.split("-")) : [];
  return { sessions: sessions, why: found[1], planned: (schedule.planned || []).indexOf(date.slice(0, 4)) >= 0 };
}

// Of several the one that lasts longest; one without an end outlasts all.
function closureOf(schedule, date) {
  let best = null;
  (schedule.closures || []).forEach((one) => {
    const closure = { last: one[1] || "9999-12-31", endless: !one[1], reason: one[2] };
    const covers = one[0] <= date && date <= closure.last;
    if (covers && (!best || closure.last > best.last)) best = closure;
  });
  return best;
}

function coming(schedule, date) {
  let why = "";
  for (let ahead = 1; ahead <= AHEAD; ahead += 1) {
    const later = clock.addDays(date, ahead);
    const closure = closureOf(schedule, later);
    const day = dayOf(schedule, later);
    if (!closure && day.sessions.length) return { date: later, days: ahead, day: day, why: why };
    why = why || (closure ? closure.reason : day.why);
  }
  return { date: null, why: why };
}

function when(found, dated) {
  const near = ["明天", "后天"][found.days - 1] || `${short(found.date)} 星期${"一二三四五六日"[weekday(found.date)]}`;
  const said = `${dated ? short(found.date) : near} ${hour(found.day.sessions[0][0])} 开门`;
  return found.day.planned ? `按计划${said}，先打电话问` : said;
}

function next(schedule, date, told) {
  const found = coming(schedule, date);
  const said = found.date ? when(found, Boolean(found.why || told)) : "哪天开门请打电话问";
  return found.why && found.why !== told ? `${found.why}，${said}` : said;
}

function closedUntil(schedule, closure, date) {
  if (closure.endless) return WAIT;
  const until = closure.last === date ? "今天不开门" : `${short(closure.last)}以前不开门`;
  return schedule.unknown ? until : `${until}，${next(schedule, date, closure.reason)}`;
}

function isNoon(before, after) {
  return before[1] >= "11:00" && after[0] <= "15:00";
}

function promised(day, said) {
  return day.planned ? `按计划${said}，${UNANNOUNCED}` : said;
}

function openNow(day, current, later) {
  let more = `${hour(current[1])} 关门`;
  if (later) {
    more = `${hour(current[1]) + (isNoon(current, later) ? " 午休，" : " 关门，") + hour(later[0])} 再开`;
  }
  if (day.planned) return ["planned", "按计划今天开门", `${more}，${UNANNOUNCED}`];
  return ["open", day.why ? `${day.why}，现在开门` : "现在开门", more];
}

function during(day, time) {
  const current = day.sessions.find((hours) => hours[0] <= time && time < hours[1]);
  const later = day.sessions.find((hours) => time < hours[0]);
  if (current) return openNow(day, current, later);
  const before = day.sessions[day.sessions.indexOf(later) - 1];
  if (before) {
    return ["break", isNoon(before, later) ? "午休" : "现在关门", promised(day, `${hour(later[0])} 再开`)];
  }
  if (day.why) return ["later", day.why, `${hour(later[0])} 开门`];
  return ["later", "还没开门", promised(day, `今天 ${hour(later[0])} 开门`)];
}

// [kind, word, more] at a date and time in Shanghai; `duty` are the days with somebody on duty, or null.
export function openingAt(schedule, date, time, duty) {
  if (date < schedule.first || date > schedule.last) return ["unknown", "开门时间还没有更新", "先打电话问"];
  const closure = closureOf(schedule, date);
  if (closure) return ["closed", closure.reason, closedUntil(schedule, closure, date)];
  if (schedule.unknown) return ["unknown"].concat(schedule.unknown);
  const day = dayOf(schedule, date);
  const last = day.sessions[day.sessions.length - 1];
  if (!last) {
    return [day.why ? "holiday" : "off", day.why || "今天不开门", next(schedule, date, day.why)];
  }
  if (time >= last[1]) return ["over", "已经关门", next(schedule, date, "")];
  const said = during(day, time);
  if (duty && !day.planned && duty.indexOf(date) < 0) said[2] += "；今天没有律师来值班";
  return said;
}
