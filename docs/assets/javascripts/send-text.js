// 发给家人: copies what a card says (place, time, person, number), with the address of the page.
(function () {
  "use strict";
  var PLACE = "[data-page]";

  function visible(part) {
    return part.getClientRects().length > 0;
  }

  function words(part) {
    return part.innerText.replace(/\s+/g, " ").trim();
  }

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function address(card) {
    var page = card.querySelector(PLACE);
    return (page ? page.href : location.href).replace(/[?#].*$/, "");
  }

  function text(card) {
    var said = all(card, "[data-said]").filter(visible).map(words);
    var name = document.querySelector(".fh-place-page__head h1");
    if (name) said.unshift(words(name));
    return said.concat(address(card)).join("\n");
  }

  function copy(card, button) {
    var message = text(card);
    window.fahu.copy(message, button, function () {
      window.prompt("请复制这段话：", message);
    });
  }

  // Also those that come into the page later.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-send]");
    if (button) copy(button.closest("[data-full]") || button.parentElement, button);
  });

  // WeChat opens no calendar: there the next date can be copied instead.
  if (!/MicroMessenger/i.test(navigator.userAgent)) return;
  document.querySelectorAll('a[href$=".ics"]').forEach(function (link) {
    link.hidden = true;
  });
  document.querySelectorAll("[data-copy-date]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var card = document.querySelector("[data-duty-now]");
      copy(all(card, "[data-full]").filter(visible)[0] || card, button);
    });
  });
})();
