// The numbers and ways below the shift that counts. A person's own number is offered while they are on duty; before and
// after, the place's or the office's.
function fill(button, said) {
  const parts = said.split("\n");
  button.href = `tel:${parts[1].replace(/\D/g, "")}`;
  button.querySelector(".fh-button__whom").textContent = parts[0];
  button.querySelector(".fh-phone").textContent = parts[1];
  button.querySelector("small").hidden = !parts[2];
}

// Moved only when it must be: whoever presses it just now would lose it.
function move(card, shift) {
  const calls = card.querySelector("[data-calls]");
  const ways = card.querySelector("[data-ways]");
  const full = shift.querySelector("[data-full]");
  if (calls.parentElement === full) return calls;
  const more = full.querySelector(".fh-shift__more");
  full.insertBefore(calls, more);
  full.insertBefore(ways, more);
  const personal = calls.querySelector(".fh-calls__personal");
  fill(calls.querySelector(".fh-calls__desk a"), shift.dataset.desk || card.dataset.desk);
  if (personal) personal.hidden = !shift.dataset.personal;
  if (shift.dataset.personal) fill(personal.querySelector("a"), shift.dataset.personal);
  const way = ways.querySelector("[data-way]");
  if (way) way.href = `${full.querySelector("[data-page]").getAttribute("href")}#way`;
  return calls;
}

// Puts the buttons of a card below one of its shifts; `now`: whether it is certain that somebody is there just now.
export function offer(card, shift, now) {
  move(card, shift).classList.toggle("is-on", now && Boolean(shift.dataset.personal));
}
