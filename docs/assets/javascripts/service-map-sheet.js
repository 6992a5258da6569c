/* What the sheet says of places whose list is not on the page: what each is, who can be called, who is there next; and
   which places stand on one spot that no zoom tells apart. */
import { say } from "./service-map-said.js";

export function mapSheet(section) {
  const short = section.querySelector("template[data-map-popup]");
  const list = section.querySelector("template[data-map-list]");

  function pageOf(place) {
    return `${short.dataset.mapPopup + place.id}.html`;
  }

  function open(place) {
    window.fahu.sheet.open(place.name, pageOf(place), (body, offerCall) => {
      const content = short.content.firstElementChild.cloneNode(true);
      content.querySelector("[data-map-said]").textContent = place.look.said;
      body.appendChild(content);
      offerCall("", "", false);
      say(content, short.dataset.mapFiles, place, offerCall);
    });
  }

  function openList(area) {
    window.fahu.sheet.open(`${area.name}，${area.count} 处`, "", (body, offerCall) => {
      const items = list.content.firstElementChild.cloneNode(true);
      const row = items.removeChild(items.firstElementChild);
      area.places.forEach((place) => {
        const link = items.appendChild(row.cloneNode(true)).querySelector("a");
        link.textContent = place.name;
        link.href = pageOf(place);
      });
      body.appendChild(items);
      offerCall("", "", false);
    });
  }

  return { open: open, openList: openList, pageOf: pageOf };
}
