// Whether a place is open at an instant, until when, and when it opens again: macros/domain/opening.py, word for word.
(function () {
  "use strict";
  var AHEAD = 70;
  var WAIT = "哪天开门等通知";
  var UNANNOUNCED = "放假安排还没公布，先打电话问";
  var weekday = window.fahu.weekday;

  function short(date) {
    return Number(date.slice(5, 7)) + "月" + Number(date.slice(8)) + "日";
  }

  function clock(time) {
    return time.replace(/^0/, "");
  }

  function dayOf(schedule, date) {
    var found = schedule.days[date] || [schedule.week[weekday(date)], ""];
    var sessions = found[0] ? found[0].split(" ").map((hours) => hours.split("-")) : [];
    return { sessions: sessions, why: found[1], planned: schedule.planned.indexOf(date.slice(0, 4)) >= 0 };
  }

  // Of several the one that lasts longest; one without an end outlasts all.
  function closureOf(schedule, date) {
    var best = null;
    schedule.closures.forEach(function (one) {
      var closure = { last: one[1] || "9999-12-31", endless: !one[1], reason: one[2] };
      var covers = one[0] <= date && date <= closure.last;
      if (covers && (!best || closure.last > best.last)) best = closure;
    });
    return best;
  }

  function coming(schedule, date) {
    var why = "";
    for (var ahead = 1; ahead <= AHEAD; ahead += 1) {
      var later = window.fahu.addDays(date, ahead);
      var closure = closureOf(schedule, later);
      var day = dayOf(schedule, later);
      if (!closure && day.sessions.length) return { date: later, days: ahead, day: day, why: why };
      why = why || (closure ? closure.reason : day.why);
    }
    return { date: null, why: why };
  }

  function when(found, dated) {
    var near = ["明天", "后天"][found.days - 1] || short(found.date) + " 星期" + "一二三四五六日"[weekday(found.date)];
    var said = (dated ? short(found.date) : near) + " " + clock(found.day.sessions[0][0]) + " 开门";
    return found.day.planned ? "按计划" + said + "，先打电话问" : said;
  }

  function next(schedule, date, told) {
    var found = coming(schedule, date);
    var said = found.date ? when(found, Boolean(found.why || told)) : "哪天开门请打电话问";
    return found.why && found.why !== told ? found.why + "，" + said : said;
  }

  function closedUntil(schedule, closure, date) {
    if (closure.endless) return WAIT;
    var until = closure.last === date ? "今天不开门" : short(closure.last) + "以前不开门";
    return schedule.unknown ? until : until + "，" + next(schedule, date, closure.reason);
  }

  function isNoon(before, after) {
    return before[1] >= "11:00" && after[0] <= "15:00";
  }

  function promised(day, said) {
    return day.planned ? "按计划" + said + "，" + UNANNOUNCED : said;
  }

  function openNow(day, current, later) {
    var more = clock(current[1]) + " 关门";
    if (later) {
      more = clock(current[1]) + (isNoon(current, later) ? " 午休，" : " 关门，") + clock(later[0]) + " 再开";
    }
    if (day.planned) return ["planned", "按计划今天开门", more + "，" + UNANNOUNCED];
    return ["open", day.why ? day.why + "，现在开门" : "现在开门", more];
  }

  function during(day, time) {
    var current = day.sessions.find((hours) => hours[0] <= time && time < hours[1]);
    var later = day.sessions.find((hours) => time < hours[0]);
    if (current) return openNow(day, current, later);
    var before = day.sessions[day.sessions.indexOf(later) - 1];
    if (before) {
      return ["break", isNoon(before, later) ? "午休" : "现在关门", promised(day, clock(later[0]) + " 再开")];
    }
    if (day.why) return ["later", day.why, clock(later[0]) + " 开门"];
    return ["later", "还没开门", promised(day, "今天 " + clock(later[0]) + " 开门")];
  }

  // [kind, word, more] at a date and time in Shanghai; `duty` are the days with somebody on duty, or null.
  window.fahu.opening = function (schedule, date, time, duty) {
    if (date < schedule.first || date > schedule.last) return ["unknown", "开门时间还没有更新", "先打电话问"];
    var closure = closureOf(schedule, date);
    if (closure) return ["closed", closure.reason, closedUntil(schedule, closure, date)];
    if (schedule.unknown) return ["unknown"].concat(schedule.unknown);
    var day = dayOf(schedule, date);
    var last = day.sessions[day.sessions.length - 1];
    if (!last) {
      return [day.why ? "holiday" : "off", day.why || "今天不开门", next(schedule, date, day.why)];
    }
    if (time >= last[1]) return ["over", "已经关门", next(schedule, date, "")];
    var said = during(day, time);
    if (duty && !day.planned && duty.indexOf(date) < 0) said[2] += "；今天没有律师值班";
    return said;
  };
})();
