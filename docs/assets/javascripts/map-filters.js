// What of the list of places changes with the hour or the reader: who is open, who is there today, the reader's village.
import { watch } from "./chosen-village.js";
import { clock } from "./clock.js";
import { all } from "./dom.js";

const bar = document.querySelector("[data-atlas] [data-filters]");

function here(item) {
  return (item.dataset.ends || "").split(" ").some((end) => end.slice(0, 10) === clock.today() && end > clock.now());
}

// opening.js has said it by now: it runs on every page, before this.
function open(item) {
  const line = item.querySelector("[data-opening]");
  return Boolean(line) && line.dataset.kind === "open";
}

function say(item) {
  item.dataset.now = [open(item) ? "open" : "", here(item) ? "duty" : ""].filter(Boolean).join("\n");
}

function offerVillage(village) {
  const button = bar.querySelector("[data-only-mine]");
  const select = bar.querySelector("select[data-key='village']");
  const mine = village.name;
  if (button) button.hidden = true;
  if (!select || !all(select, "option").some((option) => option.value && option.value === mine)) return;
  button.dataset.key = "village";
  button.dataset.value = mine;
  button.textContent = `只看${mine}`;
  button.hidden = false;
}

// A choice that came with the address must be seen to be taken back.
function unfold() {
  const more = bar.querySelector("details");
  const asked = new URLSearchParams(location.search || location.hash.slice(1));
  if (more) more.open = all(more, "[data-key]").some((control) => asked.get(control.dataset.key));
}

if (bar) {
  clock.onTick(() => {
    all(document, "#places [data-item]").forEach(say);
  });
  watch(offerVillage);
  unfold();
}
