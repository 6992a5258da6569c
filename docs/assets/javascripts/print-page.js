// A button that prints the page, for those who don't find it in the browser's menu.
import { all } from "./dom.js";

all(document, "[data-print]").forEach((button) => {
  button.addEventListener("click", () => {
    window.print();
  });
});
