// 搜索: what is typed, in characters or pinyin, among everything the site has; asked for at the first touch of the field.
import { load } from "./dom.js";
import { folding, plain } from "./plain-text.js";
import { partsOf } from "./search-parts.js";

const MOST = 20;
const LONGEST = 60;
const part = document.querySelector("[data-search]");
const field = part.querySelector("input");
const status = part.querySelector("[data-status]");
const nothing = part.querySelector("[data-nothing]");
const list = part.querySelector("[data-found]");
let known = null;
let asked = false;

function readable(entry, number, fold) {
  return {
    number: number,
    shown: entry,
    name: plain(entry[0], fold),
    also: entry[3].map((name) => plain(name, fold)),
    text: plain(entry[4], fold),
    says: [],
  };
}

function prepared(data) {
  const fold = folding(data.fold);
  return {
    fold: fold,
    pinyin: data.pinyin,
    entries: data.entries.map((entry, place) => readable(entry, place - data.entries.length, fold)),
    partsOf: partsOf(data),
    asked: {},
    waiting: 0,
  };
}

// Each reading of each character may be whole, or its first letter; the last may be begun.
function spelt(name, typed, pinyin) {
  const letters = Array.from(name);
  function from(place, left) {
    if (!left) return true;
    if (place === letters.length) return false;
    return (pinyin[letters[place]] || letters[place]).split(" ").some((reading) => {
      if (left.indexOf(reading) === 0 && from(place + 1, left.slice(reading.length))) return true;
      return reading.indexOf(left) === 0 || (left[0] === reading[0] && from(place + 1, left.slice(1)));
    });
  }
  return letters.some((_letter, start) => from(start, typed));
}

// How well a name fits; what is typed may be longer, as in 我是某某村的.
function fit(name, typed) {
  if (name === typed) return 4;
  if (name.indexOf(typed) === 0) return 3;
  if (name.indexOf(typed) > 0) return 2;
  return name.length > 1 && typed.indexOf(name) >= 0 ? 1 : 0;
}

function best(names, typed) {
  return Math.max.apply(null, [0].concat(names.map((name) => fit(name, typed))));
}

// A whole name, then what people say, then names, other names, spellings, and the text.
function score(entry, typed) {
  const name = fit(entry.name, typed);
  if (name === 4) return 100;
  const said = entry.says.filter((word) => typed.indexOf(word) >= 0).map((word) => word.length);
  if (said.length) return 80 + Math.min(10, Math.max.apply(null, said));
  if (typed.length > 1 && entry.says.some((word) => word.indexOf(typed) >= 0)) return 80;
  if (name) return 60 + name;
  const also = best(entry.also, typed);
  if (also) return 40 + also;
  if (/^[a-z]{2,}$/.test(typed)) {
    if (spelt(entry.name, typed, known.pinyin)) return 30;
    if (entry.also.some((other) => spelt(other, typed, known.pinyin))) return 20;
  }
  return entry.text.indexOf(typed) >= 0 ? 10 : 0;
}

function terms(text) {
  return text.split(/[\s，。、？！,?!]+/).map((term) => plain(term, known.fold)).filter(Boolean);
}

export function find(text) {
  const typed = terms(text);
  if (!typed.length) return [];
  const scored = known.entries.map((entry, place) => {
    const scores = typed.map((term) => score(entry, term));
    const hits = scores.filter(Boolean).length;
    return { entry: entry.shown, hits: hits, score: scores.reduce((sum, each) => sum + each, 0), place: place };
  });
  const most = Math.max.apply(null, scored.map((each) => each.hits));
  return scored
    .filter((each) => each.hits && each.hits === most)
    .sort((one, other) => other.score - one.score || one.place - other.place)
    .map((each) => each.entry);
}

function row(entry) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const more = document.createElement("span");
  item.className = "fh-search__entry";
  link.className = "fh-search__name";
  link.href = /^tel:/.test(entry[2]) ? entry[2] : part.dataset.root + entry[2];
  link.textContent = entry[0];
  more.className = "fh-search__more";
  const text = Array.from(entry[4]);
  more.textContent = entry[1] + (text.length ? `：${text.slice(0, LONGEST).join("")}` : "");
  if (text.length > LONGEST) more.textContent += "……";
  item.appendChild(link);
  item.appendChild(more);
  return item;
}

// Behind what was known at once, in the order of the town's files.
function add(rows) {
  const there = {};
  known.entries.forEach((entry) => {
    there[entry.number] = true;
  });
  const fresh = rows.filter((row) => !there[row[0]]).map((row) => readable(row.slice(1), row[0], known.fold));
  known.entries = known.entries.concat(fresh).sort((one, other) => one.number - other.number);
}

function askFor(number) {
  if (known.asked[number]) return;
  known.asked[number] = true;
  known.waiting += 1;
  const over = () => {
    known.waiting -= 1;
    update();
  };
  load(
    part.dataset.part.replace("{}", number),
    () => {
      add(window.fahu.searchPart);
      over();
    },
    () => {
      known.asked[number] = false;
      known.lost = true;
      over();
    },
  );
}

function update() {
  if (!known) return;
  const text = field.value.trim();
  if (!known.lost) {
    terms(text).forEach((term) => {
      known.partsOf(term).forEach(askFor);
    });
  }
  const found = find(text);
  list.textContent = "";
  found
    .slice(0, MOST)
    .map(row)
    .forEach((item) => {
      list.appendChild(item);
    });
  nothing.hidden = !text || found.length > 0 || known.waiting > 0;
  if (!text) status.textContent = "";
  else if (known.waiting) status.textContent = "正在找……";
  else if (known.lost) status.textContent = "网络不好，有些没有找到。";
  else if (!found.length) status.textContent = `没有找到“${text}”。`;
  else status.textContent = `找到 ${found.length} 条${found.length > MOST ? `，先列 ${MOST} 条` : ""}`;
}

function take() {
  const data = window.fahu.searchData;
  known = prepared(data);
  data.words.forEach((words) => {
    const says = words[0].map((word) => plain(word, known.fold));
    known.entries[words[1]].says = known.entries[words[1]].says.concat(says);
  });
  update();
}

function ask() {
  if (asked) return;
  asked = true;
  load(part.dataset.search, take, () => {
    asked = false;
    status.textContent = "现在搜不了，请打电话问。";
    nothing.hidden = false;
  });
}

field.addEventListener("focus", ask);
field.addEventListener("input", () => {
  ask();
  if (known) known.lost = false;
  update();
});
part.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`);
  ask();
  update();
});

const said = new URLSearchParams(location.search);
// In a large town this stands on the page of the villages too, where the finder leads to.
const query = said.get("q") || said.get("village");
if (query) {
  field.value = query;
  ask();
}
