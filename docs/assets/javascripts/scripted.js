// What only works with scripts may be shown.
document.documentElement.classList.remove("no-js");
