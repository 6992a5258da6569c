// Puts the player in the place of the picture when 播放 is pressed; one video plays at a time.
const pressed = [];

function stop(video) {
  const player = video.querySelector("video, iframe");
  if (!player) return;
  if (player.tagName === "VIDEO") player.pause();
  else close(video, player);
}

// The player of another site can't be paused from here, so it goes, and its picture comes back.
function close(video, player) {
  player.remove();
  video.querySelector("[data-press]").hidden = false;
  video.classList.remove("fh-video--playing");
}

function stopOthers(video) {
  pressed.forEach((other) => {
    if (other !== video) stop(other);
  });
}

function fail(video, player) {
  const message = video.querySelector("[data-failed]");
  if (!message.hidden) return;
  message.hidden = false;
  close(video, player);
  video.querySelector("[data-press]").focus();
}

function start(video, player) {
  const sources = player.querySelectorAll("source");
  sources[sources.length - 1].addEventListener("error", () => {
    fail(video, player);
  });
  player.addEventListener("play", () => {
    stopOthers(video);
  });
  const playing = player.play();
  // Some browsers want one more press, on their own button.
  if (playing) playing.catch(() => {});
}

export function open(video) {
  const copy = document.importNode(video.querySelector("[data-player]").content, true);
  const player = copy.querySelector("video, iframe");
  if (pressed.indexOf(video) < 0) pressed.push(video);
  stopOthers(video);
  video.querySelector("[data-failed]").hidden = true;
  video.querySelector("[data-press]").hidden = true;
  video.querySelector("[data-frame]").appendChild(player);
  video.classList.add("fh-video--playing");
  if (player.tagName === "VIDEO") start(video, player);
  player.focus();
}

document.querySelectorAll("[data-video]").forEach((video) => {
  const press = video.querySelector("[data-press]");
  if (!press) return;
  press.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(video);
  });
});
