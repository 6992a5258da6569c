/* What the service map says of a place that is pressed: as much as its card in the list, where the list is on the
   page, else its name, what it is, and the way to its page. */

import { say } from "./service-map-said.js";

function fromCard(card) {
  const content = document.createElement("div");
  content.className = "fh-popup";
  card.querySelectorAll("[data-popup]").forEach((part) => {
    const isFact = part.parentNode.tagName === "DL";
    if (isFact && content.lastChild.tagName !== "DL") {
      content.appendChild(document.createElement("dl"));
    }
    (isFact ? content.lastChild : content).appendChild(part.cloneNode(true));
  });
  return content;
}

export function mapPopups(map, section, bounds) {
  const L = window.L;
  const short = section.querySelector("template[data-map-popup]");
  const list = section.querySelector("template[data-map-list]");

  let reading = null;

  function pageOf(place) {
    return `${short.dataset.mapPopup + place.id}.html`;
  }

  function again(popup) {
    if (!popup.isOpen()) return;
    const box = popup.getElement();
    const focused = box.contains(document.activeElement);
    popup.update();
    if (focused) box.querySelector("a[href]").focus({ preventScroll: true });
  }

  function inShort(place, popup) {
    const content = short.content.firstElementChild.cloneNode(true);
    const link = content.querySelector("[data-map-name]");
    link.textContent = place.name;
    link.href = pageOf(place);
    content.querySelector("[data-map-go]").href = pageOf(place);
    content.querySelector("[data-map-said]").textContent = place.look.said;
    say(content, short.dataset.mapFiles, place, () => again(popup));
    return content;
  }

  function inList(area) {
    const content = list.content.firstElementChild.cloneNode(true);
    const items = content.querySelector("[data-map-items]");
    const row = items.firstElementChild;
    content.querySelector("[data-map-name]").textContent = `${area.name}，${area.count} 处`;
    items.removeChild(row);
    area.places.forEach((place) => {
      const link = items.appendChild(row.cloneNode(true)).querySelector("a");
      link.textContent = place.name;
      link.href = pageOf(place);
    });
    return content;
  }

  /* The popup may need room beyond the town. */
  function fit(popup) {
    map.setMaxBounds(null);
    popup.options.maxWidth = Math.min(340, map.getSize().x - 64);
    popup.options.maxHeight = map.getSize().y - 90;
  }

  function dress(popup, name) {
    const box = popup.getElement();
    section.classList.add("fh-map--reading");
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", name);
    box.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", "关闭");
    const first = box.querySelector("a[href]");
    if (first) {
      first.focus({ preventScroll: true });
    }
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        map.closePopup();
      }
    });
  }

  function leave(popup, back) {
    section.classList.remove("fh-map--reading");
    map.setMaxBounds(bounds.pad(0.1));
    if (popup.getElement().contains(document.activeElement)) {
      (back && back.isConnected !== false ? back : map.getContainer()).focus({ preventScroll: true });
    }
  }

  function bind(item) {
    const place = item.thing;
    item.marker.bindPopup(
      () => {
        fit(item.marker.getPopup());
        const card = document.getElementById(`place-${place.id}`);
        return card && card.querySelector("[data-popup]") ? fromCard(card) : inShort(place, item.marker.getPopup());
      },
      { minWidth: 200, autoPanPadding: [10, 10] }
    );
    item.marker.on("popupopen", (event) => {
      reading = place;
      dress(event.popup, place.name);
    });
    item.marker.on("popupclose", (event) => {
      reading = null;
      leave(event.popup, item.icon);
    });
  }

  /* Places that no zoom tells apart. */
  function openList(area) {
    const popup = L.popup({ minWidth: 200, autoPanPadding: [10, 10] });
    fit(popup);
    popup.setLatLng(map.unproject(L.point(area.x, area.y), 0)).setContent(inList(area)).openOn(map);
    dress(popup, area.name);
    popup.on("remove", () => leave(popup, null));
  }

  return { bind: bind, openList: openList, read: () => reading };
}
