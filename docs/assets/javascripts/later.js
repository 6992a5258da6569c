// What a page says of the next two weeks stands in it. On a later day it asks for the script that has the rest; until
// that is here, and without it, the parts say themselves that they don't know.
(function () {
  "use strict";
  var asked = {};
  var loaded = {};

  // A script, not a request: it works from a folder too.
  function ask(address) {
    if (asked[address]) return;
    asked[address] = true;
    var script = document.createElement("script");
    script.src = address;
    script.onload = function () {
      loaded[address] = window.fahu.later;
      show();
    };
    // At the next minute, or when the page comes back, there may be a network again.
    script.onerror = function () {
      asked[address] = false;
    };
    document.head.appendChild(script);
  }

  // Whether the part could be replaced by one that knows the reader's day.
  function renewed(part, today) {
    if (today <= part.dataset.known || today > part.dataset.last) return false;
    var address = part.dataset.later.replace("{month}", today.slice(0, 7));
    var html = loaded[address] && loaded[address][part.dataset.part];
    if (html) part.outerHTML = html;
    if (!loaded[address]) ask(address);
    return Boolean(html);
  }

  function show() {
    var today = window.fahu.today();
    var parts = Array.prototype.slice.call(document.querySelectorAll("[data-later]"));
    if (parts.filter((part) => renewed(part, today)).length) window.fahu.refresh();
  }

  window.fahu.onTick(show);
})();
