// What several scripts ask of a page.

export function all(root, selector) {
  return Array.from(root.querySelectorAll(selector));
}

// A script, not a request: it works from a folder too.
export function load(address, done, failed) {
  const script = document.createElement("script");
  script.src = address;
  script.onload = done;
  script.onerror = failed;
  document.head.appendChild(script);
}
