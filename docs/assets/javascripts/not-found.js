// Stands within 404.html where the site's address isn't known: the folder may be below any prefix of a portal, and
// only asking tells which. The nearest folder above this address that has our manifest is the site.
const IS_OURS = /"start_url"/;
const parts = location.pathname.split("/");

function lead(home) {
  for (const link of document.querySelectorAll("a[href^='/']")) {
    link.setAttribute("href", home + link.getAttribute("href"));
  }
}

function look() {
  parts.pop();
  if (parts.length < 2) {
    return;
  }
  const home = parts.join("/");
  fetch(`${home}/assets/site.webmanifest`)
    // A portal may answer every address with a page of its own.
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => (IS_OURS.test(text) ? lead(home) : look()))
    .catch(look);
}

look();
