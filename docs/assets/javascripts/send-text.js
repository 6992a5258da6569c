// 发给家人: copies what a card says (place, time, person, number), with the address of the page.
import { copyText } from "./copy-text.js";
import { all } from "./dom.js";

const PLACE = "[data-page]";

function visible(part) {
  return part.getClientRects().length > 0;
}

function words(part) {
  return part.innerText.replace(/\s+/g, " ").trim();
}

function address(card) {
  const page = card.querySelector(PLACE);
  return (page ? page.href : location.href).replace(/[?#].*$/, "");
}

function text(card) {
  const said = all(card, "[data-said]").filter(visible).map(words);
  const name = document.querySelector(".fh-place-page__head h1");
  if (name) said.unshift(words(name));
  return said.concat(address(card)).join("\n");
}

function copy(card, button) {
  const message = text(card);
  copyText(message, button, () => {
    window.prompt("请复制这段话：", message);
  });
}

// Also those that come into the page later.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-send]");
  if (button) copy(button.closest("[data-full]") || button.parentElement, button);
});

// WeChat opens no calendar: there the next date can be copied instead.
function offerDate() {
  all(document, 'a[href$=".ics"]').forEach((link) => {
    link.hidden = true;
  });
  all(document, "[data-copy-date]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const card = document.querySelector("[data-duty-now]");
      copy(all(card, "[data-full]").filter(visible)[0] || card, button);
    });
  });
}

if (/MicroMessenger/i.test(navigator.userAgent)) offerDate();
