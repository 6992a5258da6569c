// Where list and map stand side by side, a place that is chosen on the map is shown in the list, and the other way round.
import { choice } from "./map-choice.js";
import { all } from "./dom.js";

const MARK = "is-chosen";

export function sideBySide() {
  const panes = document.querySelector(".fh-atlas__panes");
  return Boolean(panes) && getComputedStyle(panes).display === "grid";
}

function entry(id) {
  return id ? document.getElementById(`place-${id}`) : null;
}

function cell(id) {
  return all(document, "[data-grid-cell] [data-choose]").find((link) => link.dataset.choose === id);
}

function mark(part, on) {
  if (part) part.classList.toggle(MARK, on);
}

function goBack(opener, card) {
  const held = card && card.contains(document.activeElement);
  if (held && opener && opener.isConnected !== false) opener.focus({ preventScroll: true });
}

function showCard(card, opener) {
  if (card.contains(opener)) return;
  card.scrollIntoView({ block: "start" });
  card.querySelector("a").focus({ preventScroll: true });
}

choice.onChange((id, before, opener) => {
  [entry(before), cell(before)].forEach((part) => mark(part, false));
  [entry(id), cell(id)].forEach((part) => mark(part, true));
  if (!sideBySide()) return;
  if (entry(id)) showCard(entry(id), opener);
  else goBack(opener, entry(before));
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-choose]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  choice.choose(link.dataset.choose, link);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && choice.chosen()) choice.close();
});
