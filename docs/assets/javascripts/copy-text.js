// Copies a text that is on the page ([data-copy] names its id), or whatever copyText is handed.
function byHand(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.className = "fh-hidden";
  document.body.appendChild(field);
  field.select();
  field.setSelectionRange(0, text.length);
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch (_error) {
    done = false;
  }
  field.remove();
  return done;
}

function say(button, words) {
  const before = button.dataset.words || button.textContent;
  button.dataset.words = before;
  button.setAttribute("aria-live", "polite");
  button.textContent = words;
  setTimeout(() => {
    button.textContent = before;
  }, 3000);
}

export function copyText(text, button, failed) {
  function done() {
    say(button, "已复制");
  }
  function other() {
    if (byHand(text)) done();
    else failed();
  }
  // Only pages that came over https have a clipboard.
  if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done, other);
  else other();
}

document.querySelectorAll("[data-copy]").forEach((button) => {
  const source = document.getElementById(button.dataset.copy);
  button.addEventListener("click", () => {
    // Read elsewhere, it says where there is more.
    const address = "withAddress" in button.dataset ? `\n${location.href.replace(/[?#].*$/, "")}` : "";
    copyText(source.textContent + address, button, () => {
      window.getSelection().selectAllChildren(source);
      say(button, "请按住文字，选“复制”");
    });
  });
});
