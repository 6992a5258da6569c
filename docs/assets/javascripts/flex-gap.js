// Browsers before 2020 leave no gap between the boxes of a row: the style sheet has margins for them.
const root = document.documentElement;
const box = document.createElement("div");
box.style.display = "flex";
box.style.flexDirection = "column";
box.style.rowGap = "1px";
box.appendChild(document.createElement("div"));
box.appendChild(document.createElement("div"));
root.appendChild(box);
if (box.scrollHeight !== 1) root.classList.add("no-flex-gap");
root.removeChild(box);
