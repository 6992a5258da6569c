// The reader's own village, remembered on this device only: its name, and the part of a large town it lies in.
const NAME = "fahu-village";
const PART = "fahu-ward";

function stored(key) {
  try {
    return localStorage.getItem(key) || "";
  } catch (_error) {
    return "";
  }
}

export function chosenVillage() {
  const asked = new URLSearchParams(location.search).get("village");
  return { name: asked || stored(NAME), part: stored(PART) };
}

export function chooseVillage(name, part) {
  try {
    localStorage.setItem(NAME, name);
    localStorage.setItem(PART, part);
  } catch (_error) {
    // Private browsing: the choice lasts for this page.
  }
}
