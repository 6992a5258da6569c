// 离我最近: only after a press, and only on this device. The list stands by nearness; how far is told only of positions that
// were surveyed, of the others the direction and what is beside them.
import { clock } from "./clock.js";
import { all } from "./dom.js";

const button = document.querySelector("[data-near]");
const list = document.getElementById("places");
const said = document.querySelector("[data-near-said]");
const WAYS = ["东", "东北", "北", "西北", "西", "西南", "南", "东南"];
const DEGREE = 111195;
// Farther away than this a direction helps nobody.
const FAR = 30000;
const WAIT = { enableHighAccuracy: true, timeout: 12000, maximumAge: 60000 };
const ASKING = "正在问手机您在哪里……";
const DONE = "近的排在前面。您的位置只在这部手机上用，没有发给任何人。";
const REFUSED = {
  1: "手机没有允许看位置，所以排不了远近。可以在手机设置里打开“位置信息”，再按一次；也可以按村名找。",
  2: "手机现在找不到位置，排不了远近。到屋外再试一次，或者按村名找。",
  3: "等了很久，手机没有找到位置。请再按一次，或者按村名找。",
};
const UNABLE = "这个浏览器不能看位置，排不了远近。请按村名找。";
let shelf = null;

function known(item) {
  if (!item.dataset.at) return null;
  const at = item.dataset.at.split(",").map(Number);
  return { item: item, east: at[0], north: at[1] };
}

function wayTo(here, there) {
  const east = (there.east - here.east) * DEGREE * Math.cos((here.north * Math.PI) / 180);
  const north = (there.north - here.north) * DEGREE;
  const turn = Math.round((Math.atan2(north, east) / Math.PI) * 4 + 8) % 8;
  return { far: Math.hypot(east, north), name: WAYS[turn] };
}

function metres(far) {
  if (far < 100) return "就在旁边";
  if (far < 950) return `约 ${Math.round(far / 50) * 50} 米`;
  return `约 ${(far / 1000).toFixed(1).replace(".0", "")} 公里`;
}

// The place beside it that has a village's name people know.
function neighbour(one, others) {
  const beside = others
    .filter((other) => other !== one && other.item.dataset.village)
    .map((other) => ({ name: other.item.dataset.village.split("\n")[0], far: wayTo(one, other).far }))
    .filter((other) => other.name !== (one.item.dataset.village || "").split("\n")[0])
    .sort((first, second) => first.far - second.far)[0];
  return beside ? `，靠近${beside.name}` : "";
}

function words(found, others) {
  if ("surveyed" in found.one.item.dataset) return `在您的${found.way.name}边，直线${metres(found.way.far)}`;
  return `在您的${found.way.name}边${neighbour(found.one, others)}（位置是大概的）`;
}

function tell(item, text) {
  const line = document.createElement("p");
  line.className = "fh-place__near";
  line.dataset.nearWords = "";
  line.textContent = text;
  const opening = item.querySelector(".fh-opening");
  opening.parentNode.parentNode.insertBefore(line, opening.parentNode);
}

function takeBack() {
  all(list, "[data-near-words]").forEach((line) => line.parentNode.removeChild(line));
  if (!shelf) return;
  shelf.homes.forEach((home) => home.holder.appendChild(home.item));
  shelf.box.parentNode.removeChild(shelf.box);
  shelf = null;
}

// All entries on one shelf before the groups, which are empty then; in file order they come back.
function arrange(items, order) {
  const box = document.createElement("div");
  box.className = "fh-grid fh-grid--two fh-atlas__near";
  box.dataset.narrowed = "";
  shelf = { box: box, homes: items.map((item) => ({ item: item, holder: item.parentNode })) };
  list.insertBefore(box, list.firstChild);
  order.forEach((item) => box.appendChild(item));
  clock.refresh();
}

function sort(here) {
  takeBack();
  const items = all(list, "[data-item]");
  const spots = items.map(known).filter(Boolean);
  const found = spots
    .map((one) => ({ one: one, way: wayTo(here, one) }))
    .sort((first, second) => first.way.far - second.way.far);
  if (!found.length || found[0].way.far > FAR) {
    said.textContent = "您现在离这里很远，排远近没有用。请按村名找。";
    return;
  }
  found.forEach((each) => tell(each.one.item, words(each, spots)));
  const rest = items.filter((item) => !item.dataset.at);
  rest.forEach((item) => tell(item, "位置还没有核实，不知道离您多远"));
  arrange(items, found.map((each) => each.one.item).concat(rest));
  button.setAttribute("aria-pressed", "true");
  said.textContent = DONE;
}

function ask() {
  if (!navigator.geolocation || window.isSecureContext === false) {
    said.textContent = UNABLE;
    return;
  }
  said.textContent = ASKING;
  navigator.geolocation.getCurrentPosition(
    (position) => sort({ east: position.coords.longitude, north: position.coords.latitude }),
    (error) => {
      said.textContent = REFUSED[error.code] || REFUSED[2];
    },
    WAIT
  );
}

if (button && list) {
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") !== "true") {
      ask();
      return;
    }
    takeBack();
    button.setAttribute("aria-pressed", "false");
    said.textContent = "";
    clock.refresh();
  });
}
