// Which duties a topic's page names.
import { clock } from "./clock.js";

const SHOWN = 2;

export function over(date, to) {
  return date + to <= clock.today() + clock.time();
}

// Two people, not one person twice, where there are two.
export function chosen(shifts, names) {
  const first = shifts[0];
  const other = shifts.find((shift) => names(shift) !== names(first)) || shifts[1];
  return [first, other].filter(Boolean).slice(0, SHOWN);
}
