// The questions of rounds, each as its id and its HTML: one round stands in the page, others are asked for.
import { all, load } from "./dom.js";

export function roundsOf(quiz) {
  const known = {};
  known[quiz.dataset.number] = all(quiz, "[data-question]").map((card) => [card.dataset.question, card.outerHTML]);

  // One after the other: each file puts its questions in the same place. What doesn't come is left out.
  function fetch(numbers, done) {
    const missing = numbers.filter((number) => !known[number]);
    if (!missing.length) {
      done();
      return;
    }
    const [number] = missing;
    const next = () => {
      fetch(missing.slice(1), done);
    };
    const came = () => {
      known[number] = window.fahu.quizRound;
      next();
    };
    load(quiz.dataset.file.replace("#", number), came, next);
  }

  return {
    fetch,
    has: (number) => number in known,
    of: (number) => known[number] || [],
  };
}
