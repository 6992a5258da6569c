// The sheet at the foot of a narrow window: what the list says of the place that was pressed on a map, and its number.
// Where the list isn't on the page, service-map-sheet.js has what is known.
import { sideBySide } from "./map-card.js";
import { choice } from "./map-choice.js";
import { clock } from "./clock.js";
import { all } from "./dom.js";

const sheet = document.querySelector("[data-map-sheet]");
const body = sheet && sheet.querySelector("[data-sheet-body]");
const more = sheet && sheet.querySelector("[data-sheet-more]");
const title = sheet && sheet.querySelector("[data-sheet-name]");
const page = sheet && sheet.querySelector("[data-sheet-page]");
const GAP = 12;
// How far the page was moved so that the sheet doesn't cover what was pressed, and from where.
let moved = null;

// Who is there before the number to call, the way there after it.
function put(part) {
  const holder = part.matches("[data-way]") || part.querySelector(".fh-map-links") ? more : body;
  const fact = part.parentNode.tagName === "DL";
  (fact ? holder.appendChild(document.createElement("dl")) : holder).appendChild(part.cloneNode(true));
}

function sayToday() {
  all(body, `li[data-date="${clock.today()}"]`).forEach((shift) => {
    const word = document.createElement("strong");
    word.textContent = "今天 ";
    shift.insertBefore(word, shift.firstChild);
  });
}

function copy(card) {
  all(card, "[data-popup], .fh-opening--mark").forEach((part) => {
    if (!part.matches(".fh-place__name, .fh-rows__name, .fh-place__phone, .fh-rows__call")) put(part);
  });
  sayToday();
}

function offerCall(whom, number, sample) {
  const box = sheet.querySelector("[data-sheet-call]");
  box.hidden = !number;
  if (!number) return;
  box.querySelector("a").href = `tel:${number.replace(/\D/g, "")}`;
  box.querySelector(".fh-button__whom").textContent = whom ? `打给${whom}` : "拨打";
  box.querySelector(".fh-phone").textContent = number;
  box.querySelector("small").hidden = !sample;
}

function callOf(card) {
  const lines = all(card, ".fh-place__phone, .fh-rows__call").filter((line) => !line.hidden);
  if (!lines.length) {
    offerCall("", "", false);
    return;
  }
  const label = lines[0].querySelector("dt");
  const whom = label && label.textContent !== "电话" ? label.textContent : "";
  offerCall(whom, lines[0].querySelector(".fh-phone").textContent, Boolean(lines[0].querySelector(".fh-sample")));
}

// What was pressed stays in sight above the sheet.
function makeRoom(pressed) {
  if (sheet.hidden) return;
  const below = pressed.getBoundingClientRect().bottom + GAP - sheet.getBoundingClientRect().top;
  const from = window.pageYOffset;
  const above = pressed.getBoundingClientRect().top - GAP;
  const by = above < 0 ? above : Math.max(0, below);
  if (!by) return;
  window.scrollBy(0, by);
  moved = { from: from, to: window.pageYOffset };
}

// Unless the reader has gone on meanwhile.
function restore() {
  if (moved && Math.abs(window.pageYOffset - moved.to) < 2) window.scrollTo(0, moved.from);
  moved = null;
}

function openSheet(name, address, fill) {
  title.textContent = name;
  body.textContent = "";
  more.textContent = "";
  page.hidden = !address;
  if (address) page.href = address;
  fill(body, offerCall);
  sheet.hidden = false;
  document.documentElement.classList.add("fh-has-sheet");
  title.focus({ preventScroll: true });
}

function hide(opener) {
  const held = sheet.contains(document.activeElement) || document.activeElement === document.body;
  sheet.hidden = true;
  document.documentElement.classList.remove("fh-has-sheet");
  restore();
  if (held && opener && opener.isConnected !== false) opener.focus({ preventScroll: true });
}

function spot(id) {
  return all(document, "[data-grid-cell] [data-choose]").find((one) => one.dataset.choose === id && one.offsetWidth);
}

function openCard(card, id, opener) {
  const link = card.querySelector("a[href]");
  openSheet(link.textContent, link.href, () => {
    copy(card);
    callOf(card);
  });
  const at = spot(id) || (opener && !card.contains(opener) && opener);
  if (at && at.offsetWidth) makeRoom(at);
}

if (sheet) {
  // For the map of real positions, which is loaded later.
  window.fahu.sheet = { open: openSheet, makeRoom: makeRoom };
  choice.onChange((id, _before, opener) => {
    const card = id && document.getElementById(`place-${id}`);
    if (card && !sideBySide()) openCard(card, id, opener);
    else if (!sheet.hidden && !id) hide(opener);
  });
  sheet.querySelector("[data-sheet-close]").addEventListener("click", () => {
    if (choice.chosen()) choice.close();
    else hide(null);
  });
  // A list of places on one spot is no choice, and closes by itself.
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !choice.chosen()) hide(null);
  });
}
