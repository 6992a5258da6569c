// What a page says of the next two weeks stands in it. On a later day it asks for the script that has the rest; until
// that is here, and without it, the parts say themselves that they don't know.
import { clock } from "./clock.js";
import { all, load } from "./dom.js";

const asked = {};
const loaded = {};

function ask(address) {
  if (asked[address]) return;
  asked[address] = true;
  const done = () => {
    loaded[address] = window.fahu.later;
    show();
  };
  // At the next minute, or when the page comes back, there may be a network again.
  load(address, done, () => {
    asked[address] = false;
  });
}

// Whether the part could be replaced by one that knows the reader's day.
function renewed(part, today) {
  if (today <= part.dataset.known || today > part.dataset.last) return false;
  const address = part.dataset.later.replace("{month}", today.slice(0, 7));
  const html = loaded[address] && loaded[address][part.dataset.part];
  if (html) part.outerHTML = html;
  if (!loaded[address]) ask(address);
  return Boolean(html);
}

function show() {
  const today = clock.today();
  const parts = all(document, "[data-later]");
  if (parts.filter((part) => renewed(part, today)).length) clock.refresh();
}

clock.onTick(show);
