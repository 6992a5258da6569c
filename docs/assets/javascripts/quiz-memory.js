// What the quiz remembers, on this phone only: which questions were answered wrong, on which day and in which round
// they were asked, and how the last round went.
const key = "fahu-quiz";
// More would be a second round before the day's own.
const MOST = 5;

function read() {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    return { missed: found.missed || {}, done: found.done || {} };
  } catch (_error) {
    return { missed: {}, done: {} };
  }
}

function write(kept) {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch (_error) {
    // Private browsing: nothing comes again.
  }
}

export const memory = {
  // Those that were wrong on a day before, longest ago first.
  due(today) {
    const { missed } = read();
    return Object.keys(missed)
      .map((id) => ({ id, day: missed[id].day, number: missed[id].number }))
      .filter((one) => one.day < today)
      .sort((one, other) => (one.day < other.day ? -1 : 1))
      .slice(0, MOST);
  },
  // A second try on the same day is from memory: it comes again all the same.
  answered(id, number, right, today) {
    const kept = read();
    if (!right) kept.missed[id] = { day: today, number };
    else if (kept.missed[id] && kept.missed[id].day < today) delete kept.missed[id];
    write(kept);
  },
  // What has left the quiz, or another round's place, can't be asked.
  forget(id) {
    const kept = read();
    delete kept.missed[id];
    write(kept);
  },
  finished(today, right, of) {
    write({ missed: read().missed, done: { day: today, right, of } });
  },
  result(today) {
    const { done } = read();
    return done.day === today ? done : null;
  },
};
