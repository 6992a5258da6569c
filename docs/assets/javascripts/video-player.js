// Puts the player in the place of the picture when 播放 is pressed; one video plays at a time.
(function () {
  "use strict";
  var pressed = [];

  function stop(video) {
    var player = video.querySelector("video, iframe");
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
    pressed.forEach(function (other) {
      if (other !== video) stop(other);
    });
  }

  function fail(video, player) {
    var message = video.querySelector("[data-failed]");
    if (!message.hidden) return;
    message.hidden = false;
    close(video, player);
    video.querySelector("[data-press]").focus();
  }

  function start(video, player) {
    var sources = player.querySelectorAll("source");
    sources[sources.length - 1].addEventListener("error", function () {
      fail(video, player);
    });
    player.addEventListener("play", function () {
      stopOthers(video);
    });
    var playing = player.play();
    // Some browsers want one more press, on their own button.
    if (playing) playing.catch(function () {});
  }

  function open(video) {
    var copy = document.importNode(video.querySelector("[data-player]").content, true);
    var player = copy.querySelector("video, iframe");
    if (pressed.indexOf(video) < 0) pressed.push(video);
    stopOthers(video);
    video.querySelector("[data-failed]").hidden = true;
    video.querySelector("[data-press]").hidden = true;
    video.querySelector("[data-frame]").appendChild(player);
    video.classList.add("fh-video--playing");
    if (player.tagName === "VIDEO") start(video, player);
    player.focus();
  }

  document.querySelectorAll("[data-video]").forEach(function (video) {
    var press = video.querySelector("[data-press]");
    if (!press) return;
    press.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      open(video);
    });
  });
})();
