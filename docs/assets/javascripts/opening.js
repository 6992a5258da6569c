// Says at each place whether it is open now, from the schedules on the page.
(function () {
  "use strict";
  // So many answers of the village finder are told in full.
  var FEW = 3;

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function schedules() {
    var found = {};
    all(document, "[data-schedules]").forEach(function (holder) {
      Object.assign(found, JSON.parse(holder.dataset.schedules));
    });
    return found;
  }

  // In the village finder many marks stand side by side: only an open door and a closure are told, until few are left.
  function fewLeft(line) {
    var list = line.closest("ul");
    return !list || Array.prototype.filter.call(list.children, (item) => !item.hidden).length <= FEW;
  }

  // A line breaks between clauses, not inside one.
  function write(holder, text) {
    holder.textContent = "";
    (text.match(/[^，；]+[，；]?/g) || []).forEach(function (clause) {
      var part = document.createElement("span");
      part.className = "fh-opening__clause";
      part.textContent = clause;
      holder.appendChild(part);
    });
  }

  // A mark in a list is drawn when there is something to say.
  function drawn(line) {
    var now = document.createElement("span");
    var word = document.createElement("strong");
    var more = document.createElement("span");
    now.dataset.now = word.dataset.word = more.dataset.more = "";
    word.className = "fh-opening__word";
    now.appendChild(word);
    now.appendChild(document.createTextNode(" "));
    now.appendChild(more);
    return line.insertBefore(now, line.firstChild);
  }

  function show(line, schedule) {
    var today = window.fahu.today();
    var duty = line.hasAttribute("data-duty") ? line.dataset.duty.split(" ") : null;
    var said = window.fahu.opening(schedule, today, window.fahu.time(), duty);
    var brief = line.hasAttribute("data-mark-only") && !fewLeft(line);
    var now = line.querySelector("[data-now]") || drawn(line);
    line.dataset.kind = said[0];
    write(now.querySelector("[data-word]"), said[1]);
    write(now.querySelector("[data-more]"), brief && said[0] === "open" ? "" : said[2]);
    now.hidden = brief && said[0] !== "open" && said[0] !== "closed";
    // Once it has begun, the line itself says it.
    all(line, "[data-closure]").forEach(function (closure) {
      closure.hidden = closure.dataset.closure <= today;
    });
  }

  function refresh() {
    var known = schedules();
    all(document, "[data-opening]").forEach(function (line) {
      if (known[line.dataset.opening]) show(line, known[line.dataset.opening]);
    });
  }

  window.fahu.onTick(refresh);
  // After the finder's own script has hidden what doesn't match.
  document.addEventListener("input", refresh);
})();
