// Copies a text that is on the page ([data-copy] names its id), or whatever window.fahu.copy is handed.
(function () {
  "use strict";
  function byHand(text) {
    var field = document.createElement("textarea");
    field.value = text;
    field.readOnly = true;
    field.className = "fh-hidden";
    document.body.appendChild(field);
    field.select();
    field.setSelectionRange(0, text.length);
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      done = false;
    }
    field.remove();
    return done;
  }

  function say(button, words) {
    var before = button.dataset.words || button.textContent;
    button.dataset.words = before;
    button.setAttribute("aria-live", "polite");
    button.textContent = words;
    setTimeout(function () {
      button.textContent = before;
    }, 3000);
  }

  window.fahu.copy = function (text, button, failed) {
    function done() {
      say(button, "已复制");
    }
    function other() {
      if (byHand(text)) done();
      else failed();
    }
    // Only pages that came over https have a clipboard.
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done, other);
    else other();
  };

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var source = document.getElementById(button.dataset.copy);
    button.addEventListener("click", function () {
      window.fahu.copy(source.textContent, button, function () {
        window.getSelection().selectAllChildren(source);
        say(button, "请按住文字，选“复制”");
      });
    });
  });
})();
