/* Who can be called at a place of a large town, and who is there next: asked for when a place is pressed, in a file for
   each town (map_said.py). Without it the sheet has the way to the place's page. */
import { clock } from "./clock.js";
import { load } from "./dom.js";

const files = {};

function words(shift) {
  const day = shift[0].split("-").map(Number);
  const week = "一二三四五六日"[clock.weekday(shift[0])];
  const when = shift[0] === clock.today() ? "今天" : `${day[1]}月${day[2]}日 星期${week}`;
  return `${when} ${shift[1]}–${shift[2]} ${shift[3]}${shift[4] ? `（${shift[4]}）` : ""}`;
}

function fill(content, said, known, offerCall) {
  const next = content.querySelector("[data-map-next]");
  const shift = said[3].filter((one) => one[0] + one[2] > clock.today() + clock.time())[0];
  // After that day the number may no longer be the right one.
  if (clock.today() <= known) offerCall(said[0], said[1], said[2]);
  next.hidden = !shift;
  next.querySelector("span").textContent = shift ? words(shift) : "";
}

/* Whoever has gone on meanwhile sees nothing of it. */
export function say(content, folder, place, offerCall) {
  const show = () => {
    const data = files[place.file];
    if (content.isConnected !== false) fill(content, data.places[place.id], data.known, offerCall);
  };
  if (files[place.file]) show();
  else {
    load(folder + place.file, () => {
      files[place.file] = window.fahu.mapSaid;
      show();
    });
  }
}
