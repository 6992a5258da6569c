// Asks the day's five questions one at a time, first those that were answered wrong on a day before.
import { clock } from "./clock.js";
import { copyText } from "./copy-text.js";
import { all } from "./dom.js";
import { memory } from "./quiz-memory.js";
import { roundsOf } from "./quiz-rounds.js";

const DAY = 86400000;
const quiz = document.querySelector("[data-quiz]");
const rounds = quiz && roundsOf(quiz);
let cards = [];
let day = "";
let place = 0;
let right = 0;

function part(name) {
  return quiz.querySelector(`[data-${name}]`);
}

function offer(card, choice) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "fh-question__press";
  while (choice.firstChild) button.appendChild(choice.firstChild);
  choice.appendChild(button);
  button.addEventListener("click", () => {
    answer(card, choice);
  });
}

function answer(card, choice) {
  const good = "right" in choice.dataset;
  const verdict = card.querySelector("[data-verdict]");
  memory.answered(card.dataset.question, Number(card.dataset.number), good, day);
  if (good) right += 1;
  card.classList.add("is-answered");
  card.classList.toggle("is-wrong", !good);
  choice.classList.add("is-chosen");
  all(card, "button").forEach((button) => {
    button.disabled = true;
  });
  verdict.textContent = good ? "答对了" : `不对，应该选${verdict.textContent}`;
  card.querySelector("details").open = true;
  part("next").hidden = false;
  part("next").querySelector("button").textContent = place + 1 < cards.length ? "下一题" : "看结果";
  card.querySelector(".fh-question__verdict").focus();
}

function show() {
  cards.forEach((card, number) => {
    card.hidden = number !== place;
  });
  part("where").textContent = `第 ${place + 1} 题，共 ${cards.length} 题`;
  all(part("bar"), "span").forEach((step, number) => {
    step.classList.toggle("is-done", number <= place);
  });
  part("next").hidden = true;
}

function showResult(result) {
  const fresh = Number(quiz.dataset.count) > 1 ? "明天有新的题" : "明天可以再答";
  const again = result.right < result.of ? "，答错的也会再问一遍" : "";
  cards.forEach((card) => {
    card.hidden = true;
  });
  part("score").textContent = `今天的题：${result.of} 题答对 ${result.right} 题`;
  part("again").textContent = `${fresh}${again}。`;
  part("progress").hidden = true;
  part("next").hidden = true;
  part("result").hidden = false;
}

function goOn() {
  place += 1;
  if (place < cards.length) {
    show();
    cards[place].querySelector(".fh-question__ask").focus();
  } else {
    memory.finished(day, right, cards.length);
    showResult({ right, of: cards.length });
    part("score").focus();
  }
  quiz.scrollIntoView();
}

function lay(asked) {
  quiz.classList.add("is-playing");
  part("questions").innerHTML = asked.map((one) => one.html).join("");
  cards = all(part("questions"), "[data-question]");
  cards.forEach((card, number) => {
    card.dataset.number = asked[number].number;
    card.querySelector("[data-missed]").hidden = !asked[number].again;
    all(card, ".fh-question__choice").forEach((choice) => {
      offer(card, choice);
    });
  });
  part("bar").innerHTML = cards.map(() => "<span></span>").join("");
  place = 0;
  right = 0;
  part("result").hidden = true;
  part("progress").hidden = false;
  show();
}

function missedBefore(due, own) {
  return due
    .filter(({ id }) => !own.some((one) => one[0] === id))
    .map(({ id, number }) => {
      const found = rounds.of(number).filter((one) => one[0] === id)[0];
      if (!found && rounds.has(number)) memory.forget(id);
      return found && { html: found[1], number, again: true };
    })
    .filter(Boolean);
}

function begin(then) {
  const due = memory.due(day);
  const wanted = Math.floor(Date.parse(day) / DAY) % Number(quiz.dataset.count);
  rounds.fetch([wanted].concat(due.map((one) => one.number)), () => {
    const number = rounds.has(wanted) ? wanted : Number(quiz.dataset.number);
    const own = rounds.of(number);
    lay(missedBefore(due, own).concat(own.map((one) => ({ html: one[1], number, again: false }))));
    then();
  });
}

// Nobody is interrupted at midnight.
function follow() {
  const today = clock.today();
  if (day === today || (place < cards.length && cards.some((card) => card.classList.contains("is-answered")))) return;
  day = today;
  const result = memory.result(day);
  begin(() => {
    if (result) showResult(result);
  });
}

function share(button) {
  const result = memory.result(day) || { right, of: cards.length };
  const address = location.href.replace(/[?#].*$/, "");
  const text = `【${quiz.dataset.of}】普法问答，${result.of} 题我答对了 ${result.right} 题。您也来试试：\n${address}`;
  copyText(text, button, () => {
    window.prompt("请复制这段话：", text);
  });
}

if (quiz) {
  part("next").querySelector("button").addEventListener("click", goOn);
  part("share").addEventListener("click", (event) => {
    share(event.currentTarget);
  });
  part("restart").addEventListener("click", () => {
    begin(() => {
      cards[0].querySelector(".fh-question__ask").focus();
    });
  });
  clock.onTick(follow);
}
