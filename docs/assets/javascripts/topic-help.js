// 找谁问: of those who know the matter the next two of the whole town stand in the page. A village's come with a file of the
// town's duties, and a script that draws from it, when one is chosen.
import { get, set, watch } from "./chosen-village.js";
import { clock } from "./clock.js";
import { all, load } from "./dom.js";
import { chosen, over } from "./topic-shifts.js";

const part = document.querySelector("[data-topic-help]");
const loaded = {};

function showWhole(list) {
  const rows = all(list, "li:not([data-drawn])").filter((row) => !over(row.dataset.date, row.dataset.to));
  const seen = chosen(rows, (row) => row.querySelector("[data-who]").textContent);
  all(list, "li:not([data-drawn])").forEach((row) => {
    row.hidden = seen.indexOf(row) < 0;
  });
  return seen.length;
}

function fillVillages(select, data) {
  if (select.options.length > 1) return;
  data.villages.forEach((village) => {
    select.appendChild(new Option(village[0], village[0]));
  });
}

function ask(name, done) {
  if (loaded[name]) {
    done();
    return;
  }
  // Without them what the page says of the whole town stays.
  const failed = () => {};
  const take = () => {
    loaded[name] = window.fahu.help;
    load(part.dataset.script, done, failed);
  };
  load(part.dataset.file.replace("{part}", name), take, failed);
}

function start() {
  const list = part.querySelector("[data-knowing]");
  const select = part.querySelector("[data-village-of]");
  const wards = part.querySelector("[data-ward]");
  const place = part.querySelector("[data-open-place]");
  const whole = place && place.innerHTML;
  let mine = get();

  function partOf() {
    return part.dataset.part || mine.part;
  }

  function show() {
    const data = loaded[partOf()];
    const village = data && data.villages.find((each) => each[0] === mine.name);
    const own = village && window.fahu.modules["topic-village"];
    if (!own) {
      all(list, "[data-drawn]").forEach((item) => {
        item.remove();
      });
    }
    const count = own ? own.showVillage(list, data, village) : showWhole(list);
    list.hidden = !count;
    part.querySelector("[data-nobody]").hidden = count > 0;
  }

  // What the page said of the whole town.
  function forget() {
    if (place) place.innerHTML = whole;
    select.value = "";
    clock.refresh();
  }

  function take() {
    fillVillages(select, loaded[partOf()]);
    select.value = mine.name;
    if (select.selectedIndex < 0) select.value = "";
    show();
  }

  select.addEventListener("change", () => {
    const data = loaded[partOf()];
    const village = data && data.villages.find((each) => each[0] === select.value);
    set(select.value, village ? data.places[village[1]][0] : "", partOf());
  });
  if (wards) {
    wards.addEventListener("change", () => {
      mine = { name: "", part: wards.value };
      select.length = 1;
      if (mine.part) ask(mine.part, take);
    });
  }
  clock.onTick(show);
  watch((now) => {
    mine = now;
    if (wards && mine.part) wards.value = mine.part;
    if (!mine.name) forget();
    else if (partOf()) ask(partOf(), take);
  });
}

if (part) start();
