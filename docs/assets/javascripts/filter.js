// Narrows a list by category, village or series; the choice stands in the address, so that it can be passed on.
(function () {
  "use strict";
  var bar = document.querySelector("[data-filters]");
  var target = bar && document.getElementById(bar.dataset.filters);
  if (!target) return;
  var items = all(target, "[data-item]");
  var controls = all(bar, "[data-key]");
  var keys = controls.map(key).filter(function (name, number, names) {
    return names.indexOf(name) === number;
  });
  var chosen = {};

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function key(control) {
    return control.dataset.key;
  }

  function offered(name, value) {
    return controls.some(function (control) {
      if (key(control) !== name) return false;
      if (control.tagName === "BUTTON") return control.dataset.value === value;
      return all(control, "option").some(function (option) {
        return option.value === value;
      });
    });
  }

  function fits(item) {
    return keys.every(function (name) {
      return !chosen[name] || (item.dataset[name] || "").split("\n").indexOf(chosen[name]) >= 0;
    });
  }

  function show(found, narrowed) {
    items.forEach(function (item) {
      item.hidden = found.indexOf(item) < 0;
    });
    all(target, "[data-coming], [data-year]").forEach(function (section) {
      var any = Boolean(section.querySelector("[data-item]:not([hidden])"));
      var none = section.querySelector("[data-none]");
      if (none) none.hidden = any;
      else section.hidden = !any && (narrowed || !section.querySelector(".fh-figures"));
      section.querySelector("[data-events]").hidden = !any;
    });
    target.hidden = narrowed && !found.length;
    bar.querySelector("[data-nothing]").hidden = !target.hidden;
    // The old day of an event that has moved is no event of its own.
    var own = found.filter(function (item) {
      return !("moved" in item.dataset);
    });
    var words = bar.dataset[narrowed ? "some" : "all"].replace("#", own.length);
    // Screen readers read it aloud at each change, and would at each minute.
    var count = bar.querySelector("[data-count]");
    if (count.textContent !== words) count.textContent = words;
  }

  function update() {
    controls.forEach(function (control) {
      var value = chosen[key(control)] || "";
      if (control.tagName === "BUTTON") control.setAttribute("aria-pressed", String(control.dataset.value === value));
      else control.value = value;
    });
    var narrowed = keys.some(function (name) {
      return Boolean(chosen[name]);
    });
    show(items.filter(fits), narrowed);
  }

  function read() {
    var query = new URLSearchParams(location.search);
    var hash = new URLSearchParams(location.hash.slice(1));
    keys.forEach(function (name) {
      var value = query.get(name) || hash.get(name) || "";
      chosen[name] = offered(name, value) ? value : "";
    });
  }

  function write() {
    var query = new URLSearchParams(location.search);
    keys.forEach(function (name) {
      if (chosen[name]) query.set(name, chosen[name]);
      else query.delete(name);
    });
    var text = String(query);
    try {
      history.replaceState(history.state, "", location.pathname + (text && "?" + text));
    } catch (error) {
      // A page opened from a disk may not change its address, only the part behind #.
      location.hash = text;
    }
  }

  function choose(name, value) {
    chosen[name] = value;
    write();
    update();
  }

  controls.forEach(function (control) {
    var button = control.tagName === "BUTTON";
    control.addEventListener(button ? "click" : "change", function () {
      choose(key(control), button ? control.dataset.value : control.value);
    });
  });
  bar.querySelector("[data-reset]").addEventListener("click", function () {
    chosen = {};
    write();
    update();
    controls[0].focus();
  });
  bar.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  window.addEventListener("popstate", function () {
    read();
    update();
  });
  read();
  // After event-time.js has moved what is over.
  window.fahu.onTick(update);
  bar.hidden = false;
})();
