// Keeps events true after the build: marks 今天 and 明天, and moves what is over out of the coming ones.
(function () {
  "use strict";
  if (!document.querySelector("[data-event]")) return;
  var today = window.fahu.today();

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function over(event) {
    // Nobody knows yet when a postponed one is over.
    return event.dataset.last < today && !("postponed" in event.dataset);
  }

  function word(event) {
    var cancelled = "cancelled" in event.dataset;
    if (over(event)) return cancelled ? "" : "已结束";
    if (!("exact" in event.dataset)) return "";
    var days = window.fahu.daysUntil(event.dataset.first);
    if (days < 0) return cancelled ? "" : "正在举办";
    return ["今天", "明天"][days] || "";
  }

  function mark(event) {
    var tag = event.querySelector("[data-mark]");
    // In a list the heading of the year says that it is over.
    tag.textContent = event.tagName === "LI" && over(event) ? "" : word(event);
    tag.classList.toggle("fh-tag--open", !over(event) && !("cancelled" in event.dataset));
    tag.hidden = !tag.textContent;
  }

  function retire(event) {
    var year = document.querySelector('[data-year="' + event.dataset.first.slice(0, 4) + '"]');
    if (!year || "moved" in event.dataset) {
      event.remove();
      return;
    }
    var list = year.querySelector("[data-events]");
    list.insertBefore(event, list.firstElementChild);
    list.hidden = year.hidden = false;
  }

  function refresh(section) {
    all(section, "[data-event]").filter(over).forEach(retire);
    var left = all(section, "[data-event]");
    var limit = Number(section.dataset.limit || left.length);
    left.forEach(function (event, number) {
      event.hidden = number >= limit;
    });
    section.querySelector("[data-events]").hidden = !left.length;
    section.querySelector("[data-none]").hidden = left.length > 0;
  }

  all(document, "[data-coming]").forEach(refresh);
  all(document, "[data-event]").forEach(mark);
})();
