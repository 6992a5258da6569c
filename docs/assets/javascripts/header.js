// The header: the menu closes on Escape and on a press elsewhere.
const menu = document.querySelector("[data-menu]");

function onKey(event) {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
}

function onPress(event) {
  if (menu.open && !menu.contains(event.target)) menu.open = false;
}

if (menu) {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onPress);
}
