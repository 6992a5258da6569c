// 我的村: says which village is chosen, lets it be changed and forgotten, and puts its own answer before the town's. What
// it knows of the village stands in the file of the place that serves it; the names of all, where that one isn't known.
import { forget, get, ignore, set, stored, watch } from "./chosen-village.js";
import { clock } from "./clock.js";
import { all, load } from "./dom.js";

const line = document.querySelector("[data-own-village]");
const assets = document.currentScript.src.replace(/[^/]*$/, "");
const root = assets.replace(/assets\/$/, "");
const offer = line.innerHTML;
const hidden = line.hidden;
const kind = line.className;
const answers = {};
// What has been put into the page, and how to take it out again.
let undo = [];
let shown = "";
let named = false;

function made(name, text, className) {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function link(text, page) {
  const element = made("a", text);
  element.href = root + page;
  return element;
}

function button(text, press) {
  const element = made("button", text, "fh-my-village__press");
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

function write(parts) {
  line.textContent = "";
  line.hidden = false;
  line.className = "fh-my-village fh-my-village--chosen";
  parts.forEach((part) => {
    line.appendChild(part);
    line.appendChild(document.createTextNode(" "));
  });
}

function blank() {
  line.innerHTML = offer;
  line.hidden = hidden;
  line.className = kind;
}

function leave() {
  forget();
  write([made("span", "不记了。"), link("再选一个", "villages.html")]);
}

function said(mine, answer) {
  const name = made("strong", "");
  name.appendChild(link(mine.name, `places/${answer.place}.html`));
  if (stored().name && stored().name !== mine.name) {
    const keep = () => set(mine.name, answer.place, answer.part);
    return [made("span", "这一页先看"), name, button("以后都先看它", keep), button(`还是看${stored().name}`, ignore)];
  }
  return [made("span", "我的村："), name, link("换一个", "villages.html"), button("不记了", leave)];
}

function gone(mine) {
  if (stored().name === mine.name) forget();
  else ignore();
  // Whoever has another village stays with it.
  if (!get().name) write([made("span", `名单里没有“${mine.name}”，可能改了名。`), link("再选一个", "villages.html")]);
}

// Instead of what stands there: that comes back when no village is chosen.
function replace(old, holder) {
  old[0].parentNode.insertBefore(holder, old[0]);
  old.forEach((each) => {
    each.remove();
  });
  undo.push(() => {
    old.forEach((each) => {
      holder.parentNode.insertBefore(each, holder);
    });
    holder.remove();
  });
}

function holding(html) {
  const holder = made("div", "", "fh-stack fh-mine");
  holder.innerHTML = html.split("~/").join(root);
  return holder;
}

function before(part, holder) {
  part.parentNode.insertBefore(holder, part);
  undo.push(() => {
    holder.remove();
  });
}

const SHOW = {
  home(answer) {
    const finder = document.querySelector("[data-village-finder]");
    const town = document.querySelector("[data-duty-now]");
    const events = document.querySelector(".fh-coming-events");
    replace([town], holding(answer.now));
    replace([finder], holding(answer.beside));
    if (events && answer.events) replace([events], holding(answer.events));
  },
  duty(answer) {
    const weeks = document.querySelector("[data-weeks], [data-duty-table]");
    const rows = all(weeks, `a[href$="places/${answer.place}.html"]`).map((each) => each.closest("tr, li"));
    before(weeks, holding(answer.now + answer.ways));
    rows.forEach((row) => {
      row.classList.add("is-mine");
    });
    undo.push(() => {
      rows.forEach((row) => {
        row.classList.remove("is-mine");
      });
    });
  },
  events(answer) {
    if (answer.events) before(line.nextElementSibling, holding(answer.events));
  },
};

function clear() {
  undo.reverse().forEach((each) => {
    each();
  });
  undo = [];
  shown = "";
}

function show(mine, answer) {
  write(said(mine, answer));
  if (shown === answer.place) return;
  clear();
  shown = answer.place;
  const way = SHOW[line.dataset.ownVillage];
  if (way) way(answer);
  clock.refresh();
}

// An address or a choice of long ago knows only the name.
function keep(mine, answer) {
  const kept = stored();
  const same = kept.name === mine.name;
  if (!kept.name || (same && (kept.place !== answer.place || kept.part !== answer.part))) {
    set(mine.name, answer.place, answer.part);
    return;
  }
  show(mine, answer);
}

function ask(mine, place, otherwise) {
  const take = () => {
    const answer = answers[place];
    // Another may have been chosen meanwhile.
    if (get().name !== mine.name) return;
    if (answer.villages.indexOf(mine.name) < 0) otherwise();
    else keep(mine, answer);
  };
  if (answers[place]) {
    take();
    return;
  }
  const file = `${assets}mine/${encodeURIComponent(place)}.js`;
  load(file, () => {
    answers[place] = window.fahu.mine;
    take();
  }, otherwise);
}

function lookUp(mine) {
  // Without a network nobody knows whether there is such a village: nothing is said, nothing forgotten.
  const nothing = () => {};
  load(`${assets}villages.js`, () => {
    const row = window.fahu.villages.villages.find((each) => each[0] === mine.name);
    if (get().name !== mine.name) return;
    if (row) ask(mine, row[1], nothing);
    else gone(mine);
  }, nothing);
}

function update(mine) {
  if (!mine.name) {
    // What is said of one that is forgotten stays.
    if (!named) return;
    named = false;
    clear();
    blank();
    clock.refresh();
    return;
  }
  named = true;
  if (mine.place) ask(mine, mine.place, () => lookUp(mine));
  else lookUp(mine);
}

const sheet = document.createElement("link");
sheet.rel = "stylesheet";
sheet.href = `${assets}my-village.css`;
document.head.appendChild(sheet);
watch(update);
