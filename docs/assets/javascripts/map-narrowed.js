// The grid map shows what the list shows: filter.js narrows the list.
import { all } from "./dom.js";

const list = document.getElementById("places");

function follow() {
  all(document, "[data-grid-cell] [data-choose]").forEach((link) => {
    const item = document.getElementById(`place-${link.dataset.choose}`);
    link.hidden = Boolean(item) && item.hidden;
    link.parentNode.setAttribute("aria-hidden", String(link.hidden));
  });
}

if (list) list.addEventListener("narrowed", follow);
