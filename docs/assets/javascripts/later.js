// What a page says of the next two weeks stands in it. On a later day it asks for the script that has the rest; until
// that is here, and without it, the parts say themselves that they don't know.
(function () {
  "use strict";
  var asked = {};

  function replace() {
    document.querySelectorAll("[data-part]").forEach(function (part) {
      var html = window.fahu.later[part.dataset.part];
      if (html) part.outerHTML = html;
    });
    window.fahu.refresh();
  }

  // A script, not a request: it works from a folder too.
  function ask(address) {
    if (asked[address]) return;
    asked[address] = true;
    var script = document.createElement("script");
    script.src = address;
    script.onload = replace;
    // At the next minute, or when the page comes back, there may be a network again.
    script.onerror = function () {
      asked[address] = false;
    };
    document.head.appendChild(script);
  }

  window.fahu.onTick(function () {
    var today = window.fahu.today();
    document.querySelectorAll("[data-later]").forEach(function (part) {
      if (today <= part.dataset.known || today > part.dataset.last) return;
      ask(part.dataset.later.replace("{month}", today.slice(0, 7)));
    });
  });
})();
