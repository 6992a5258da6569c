// The date and time in Shanghai, whatever the phone is set to, and the one beat for everything that depends on them.
// China has had no summer time since 1991.
const MINUTE = 60000;
const DAY = 1440 * MINUTE;
const parts = [];
let timer;

function stamp() {
  return new Date(Date.now() + 480 * MINUTE).toISOString();
}

function today() {
  return stamp().slice(0, 10);
}

// What goes wrong in one part of a page leaves the others right.
function run(part) {
  try {
    part();
  } catch (error) {
    console.error(error);
  }
}

// A page that comes back from behind another, or from the phone's sleep, may be hours old.
function tick() {
  clearTimeout(timer);
  if (document.visibilityState === "hidden") return;
  parts.forEach(run);
  timer = setTimeout(tick, MINUTE - (Date.now() % MINUTE));
}

document.addEventListener("visibilitychange", tick);
window.addEventListener("pageshow", tick);

export const clock = {
  today,
  // "2026-12-05T08:00" in Shanghai: the form in which pages write an instant, so that the two compare as text.
  now: () => stamp().slice(0, 16),
  time: () => stamp().slice(11, 16),
  daysUntil: (date) => Math.round((Date.parse(date) - Date.parse(today())) / DAY),
  addDays: (date, days) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10),
  // From 0, Monday; the first day that computers count was a Thursday.
  weekday: (date) => (Date.parse(date) / DAY + 3) % 7,
  // After something dated has come into the page.
  refresh: tick,
  // Runs at once, at every full minute while the page is seen, and when it comes back.
  onTick(part) {
    parts.push(part);
    run(part);
  },
};
