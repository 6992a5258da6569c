// Which place is chosen on the page of the map: it stands in the address as ?place=, so that Back closes it and a link
// opens it. Both maps, the list and the sheet tell it, and are told.
const KEY = "place";
const listeners = [];
let current = "";
let opener = null;

// A page opened from a disk may not change its address, only the part behind #.
const disk = location.protocol === "file:";

function asked() {
  const hash = new URLSearchParams(location.hash.slice(1));
  return new URLSearchParams(location.search).get(KEY) || hash.get(KEY) || "";
}

function address(id) {
  const query = new URLSearchParams(disk ? location.hash.slice(1) : location.search);
  if (id) query.set(KEY, id);
  else query.delete(KEY);
  const text = String(query);
  return disk ? `${location.pathname + location.search}#${text}` : location.pathname + (text && `?${text}`);
}

function tell(before) {
  listeners.forEach((listener) => {
    listener(current, before, opener);
  });
}

function follow() {
  const before = current;
  current = asked();
  if (current !== before) tell(before);
  if (!current) opener = null;
}

export const choice = {
  chosen: () => current,
  // `from` is what was pressed: there the focus goes back to.
  choose(id, from) {
    opener = from || opener;
    if (id === current) {
      tell(current);
      return;
    }
    const before = current;
    const way = before ? "replaceState" : "pushState";
    const state = before ? history.state : { place: true };
    current = id;
    history[way](state, "", address(id));
    tell(before);
  },
  close() {
    if (!current) return;
    // Who came by a link goes back to where the link was only by the browser's own button.
    if (history.state && history.state.place) {
      history.back();
      return;
    }
    history.replaceState(history.state, "", address(""));
    follow();
  },
  onChange(listener) {
    listeners.push(listener);
    if (current) listener(current, "", opener);
  },
};

// The map of real positions is loaded later, in a file of its own.
window.fahu.choice = choice;
window.addEventListener("popstate", follow);
current = asked();
