// 放进手机日历、转发: today's messages by the reader's clock, and addresses that a calendar app can use.
(function () {
  "use strict";
  function label(first, last, today) {
    if (first !== last) return first <= today && today <= last ? "本周" : "";
    var days = window.fahu.daysUntil(first);
    return days === 0 ? "今天" : days === 1 ? "明天" : "";
  }

  function showMessages(list) {
    var today = window.fahu.today();
    list.querySelectorAll("[data-from-day]").forEach(function (text) {
      var name = label(text.dataset.fromDay, text.dataset.toDay, today);
      text.hidden = !name;
      text.querySelector("[data-label]").textContent = name;
    });
    list.querySelector("[data-expired]").hidden = today <= list.dataset.last;
  }

  window.fahu.onTick(function () {
    document.querySelectorAll("[data-wechat]").forEach(showMessages);
  });

  // Opened from a disk or a stick there is no address to subscribe to.
  if (!/^https?:$/.test(location.protocol)) return;
  var agent = navigator.userAgent;
  // Calendars on Android don't open webcal: addresses, and nothing says why.
  var opens = !/Android|HarmonyOS|MicroMessenger/i.test(agent);

  document.querySelectorAll("[data-calendars]").forEach(function (list) {
    list.querySelector("[data-in-wechat]").hidden = !/MicroMessenger/i.test(agent);
    list.querySelectorAll("[data-calendar]").forEach(function (row) {
      var address = row.querySelector("[data-file]").href;
      var webcal = row.querySelector("[data-webcal]");
      webcal.href = address.replace(/^https?:/, "webcal:");
      webcal.hidden = !opens;
      var copy = row.querySelector("[data-copy-address]");
      copy.hidden = false;
      copy.addEventListener("click", function () {
        window.fahu.copy(address, copy, function () {
          window.prompt("请复制这个地址：", address);
        });
      });
    });
  });
})();
