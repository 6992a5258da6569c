// A line of the transcript or a scene goes to its moment of the film; the line being said is marked.
import { all } from "./dom.js";
import { open } from "./video-player.js";

const video = document.querySelector("[data-video]");
const moments = all(document, "[data-from]");
const lines = all(document, "#transcript ~ ol [data-from]");

function go(seconds) {
  if (!video.querySelector("video")) open(video);
  const player = video.querySelector("video");
  const jump = () => {
    player.currentTime = seconds;
    const playing = player.play();
    // Some browsers want one more press, on their own button.
    if (playing) playing.catch(() => {});
  };
  // A film has no moments before its header is there.
  if (player.readyState > 0) jump();
  else player.addEventListener("loadedmetadata", jump, { once: true });
  video.scrollIntoView({ block: "nearest" });
}

function mark(now) {
  const said = lines.filter((line) => Number(line.dataset.from) <= now + 0.05).pop();
  lines.forEach((line) => {
    if (line === said) line.setAttribute("aria-current", "true");
    else line.removeAttribute("aria-current");
  });
}

moments.forEach((moment) => {
  moment.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(Number(moment.dataset.from));
  });
});
// Events of a film don't rise; on their way down they can be heard.
if (video) {
  video.addEventListener(
    "timeupdate",
    (event) => {
      mark(event.target.currentTime);
    },
    true,
  );
}
