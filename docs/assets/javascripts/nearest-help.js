// A place whose next duty is more than a week off: names the two soonest within reach, by the reader's clock.
(function () {
  "use strict";
  var WAIT = 7;
  var OFFERED = 2;

  // The duties of data-own and data-duties that aren't over: 2026-12-02/13:30/16:00/三, with /? in a year without notice.
  function left(text) {
    return text
      .split(" ")
      .filter(Boolean)
      .map(function (duty) {
        var parts = duty.split("/");
        return { date: parts[0], from: parts[1], to: parts[2], weekday: parts[3], planned: parts.length > 4 };
      })
      .filter((duty) => duty.date + duty.to > window.fahu.today() + window.fahu.time());
  }

  function part(name, text, className) {
    var made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function words(duty) {
    var line = part("span", "", "fh-nearest__time");
    var day = duty.date.split("-").map(Number);
    line.appendChild(part("time", day[1] + "月" + day[2] + "日 星期" + duty.weekday));
    line.appendChild(document.createTextNode(" "));
    line.appendChild(part("span", duty.from + "–" + duty.to, "fh-unbroken"));
    if (duty.planned) line.appendChild(document.createTextNode("（放假安排还没公布，先打电话问）"));
    return line;
  }

  // Of two at one time the place that stands first in the page as it came.
  function soonest(places, until) {
    var found = [];
    places.forEach(function (place, number) {
      left(place.dataset.duties).forEach(function (duty) {
        var at = duty.date + duty.from + (1000 + number);
        if (duty.date < until) found.push({ place: place, duty: duty, at: at });
      });
    });
    return found.sort((one, other) => (one.at < other.at ? -1 : 1)).slice(0, OFFERED);
  }

  function show(section, places) {
    var list = section.querySelector("[data-near]");
    var own = left(section.dataset.own)[0];
    var near = soonest(places, own ? own.date : "9999");
    var waits = !own || window.fahu.daysUntil(own.date) > WAIT;
    section.hidden = !waits || !near.length || window.fahu.today() > section.dataset.known;
    places.forEach(function (place) {
      place.hidden = true;
      place.querySelector("[data-times]").textContent = "";
    });
    near.forEach(function (entry) {
      if (entry.place.hidden) list.appendChild(entry.place);
      entry.place.hidden = false;
      entry.place.querySelector("[data-times]").appendChild(words(entry.duty));
    });
  }

  // In the order in which they came.
  function placesIn(section) {
    return Array.prototype.slice
      .call(section.querySelectorAll("[data-duties]"))
      .sort((one, other) => one.dataset.order - other.dataset.order);
  }

  window.fahu.onTick(function () {
    document.querySelectorAll("[data-nearest]").forEach(function (section) {
      show(section, placesIn(section));
    });
  });
})();
