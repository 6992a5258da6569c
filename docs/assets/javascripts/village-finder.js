// 找我的村: the villages that fit while a name is typed, in characters or in pinyin; Enter goes to the only one. All names
// are asked for at the first touch of the field.
import { set } from "./chosen-village.js";
import { clock } from "./clock.js";
import { load } from "./dom.js";
import { folding, plain } from "./plain-text.js";

const MOST = 30;
const ENDING = /(公共法律)?服务室$|(居民委员会|村民委员会|居委会|村委会|社区|村)$/;

function stem(name) {
  return name.replace(ENDING, "").replace(ENDING, "") || name;
}

function contains(name, typed) {
  return name.indexOf(typed) >= 0 || typed.indexOf(name) >= 0;
}

function mentions(name, typed) {
  return stem(name).length > 1 && typed.indexOf(stem(name)) >= 0;
}

function oneWrong(name, typed) {
  const right = Array.from(stem(name));
  const written = Array.from(stem(typed));
  if (written.length < 2 || right.length !== written.length) return false;
  return right.filter((letter, place) => letter !== written[place]).length === 1;
}

// From any syllable on: laojie, jie, lj, laojiecun, ljc.
function spelt(spelling, typed) {
  const syllables = `${spelling} cun`.split(" ");
  return syllables.slice(0, -1).some((_first, place) => {
    const rest = syllables.slice(place);
    const initials = rest.map((syllable) => syllable[0]).join("");
    return rest.join("").indexOf(typed) === 0 || (typed.length > 1 && initials.indexOf(typed) === 0);
  });
}

// The surest way that finds anything decides.
function found(villages, typed) {
  const sure = [contains, mentions, oneWrong]
    .map((way) => villages.filter((village) => village.names.some((name) => way(name, typed))))
    .find((some) => some.length);
  return sure || villages.filter((village) => village.spellings.some((spelling) => spelt(spelling, typed)));
}

function prepared(data, fold) {
  return data.villages.map((row) => {
    const names = [row[0]].concat(row[2]).map((name) => plain(name, fold));
    return { name: row[0], place: row[1], names: names, spellings: row[3], opening: row[4] };
  });
}

function made(village, places) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const mark = document.createElement("span");
  link.className = "fh-village-finder__village";
  link.dataset.village = "";
  link.href = `${places + village.place}.html`;
  link.textContent = village.name;
  mark.className = "fh-opening fh-opening--mark";
  mark.dataset.opening = village.opening;
  mark.dataset.markOnly = "";
  item.appendChild(link);
  item.appendChild(mark);
  return item;
}

document.querySelectorAll("[data-village-finder]").forEach((finder) => {
  const field = finder.querySelector("input");
  const status = finder.querySelector("[data-status]");
  const nothing = finder.querySelector("[data-nothing]");
  const list = finder.querySelector("ul");
  const first = Array.from(list.children);
  const listed = Array.from(list.querySelectorAll("[data-village]"));
  let known = null;
  let fold = null;
  let asked = false;

  function matching() {
    return found(known, plain(field.value, fold));
  }

  function item(village) {
    const link = listed.find((each) => each.textContent === village.name);
    return link ? link.parentElement : made(village, finder.dataset.places);
  }

  function fill(items) {
    list.textContent = "";
    items.forEach((each) => {
      list.appendChild(each);
    });
  }

  function update() {
    if (!known) return;
    const left = field.value.trim() ? matching() : [];
    fill(left.length ? left.slice(0, MOST).map(item) : first);
    nothing.hidden = !field.value.trim() || left.length > 0;
    if (!field.value.trim()) status.textContent = "";
    else if (!left.length) status.textContent = `没有找到“${field.value}”。`;
    else status.textContent = `找到 ${left.length} 个${left.length > MOST ? `，先列 ${MOST} 个` : ""}`;
  }

  function take() {
    const data = window.fahu.villages;
    fold = folding(data.fold);
    known = prepared(data, fold);
    const holder = document.createElement("div");
    holder.hidden = true;
    holder.dataset.schedules = data.schedules;
    finder.appendChild(holder);
    update();
    clock.refresh();
  }

  function ask() {
    if (asked) return;
    asked = true;
    load(finder.dataset.file, take, () => {
      asked = false;
      status.textContent = "现在找不了。";
      nothing.hidden = false;
    });
  }

  // Other pages then answer for it first.
  list.addEventListener("click", (event) => {
    const link = event.target.closest("[data-village]");
    if (link) set(link.textContent, link.pathname.replace(/^.*\/|\.html$/g, ""), "");
  });
  field.addEventListener("focus", ask);
  field.addEventListener("input", () => {
    ask();
    update();
  });
  finder.querySelector("form").addEventListener("submit", (event) => {
    const left = known ? matching() : [];
    if (left.length !== 1) return;
    event.preventDefault();
    set(left[0].name, left[0].place, "");
    location.href = `${finder.dataset.places + left[0].place}.html`;
  });

  const query = new URLSearchParams(location.search).get("village");
  if (query && finder.hasAttribute("data-reads-query")) {
    field.value = query;
    ask();
  }
});
