// 放进手机日历、转发: today's messages by the reader's clock, and addresses that a calendar app can use.
import { clock } from "./clock.js";
import { copyText } from "./copy-text.js";

function label(first, last, today) {
  if (first !== last) return first <= today && today <= last ? "本周" : "";
  const days = clock.daysUntil(first);
  return days === 0 ? "今天" : days === 1 ? "明天" : "";
}

function showMessages(list) {
  const today = clock.today();
  list.querySelectorAll("[data-from-day]").forEach((text) => {
    const name = label(text.dataset.fromDay, text.dataset.toDay, today);
    text.hidden = !name;
    text.querySelector("[data-label]").textContent = name;
  });
  list.querySelector("[data-expired]").hidden = today <= list.dataset.last;
}

clock.onTick(() => {
  document.querySelectorAll("[data-wechat]").forEach(showMessages);
});

const agent = navigator.userAgent;
// Calendars on Android don't open webcal: addresses, and nothing says why.
const opens = !/Android|HarmonyOS|MicroMessenger/i.test(agent);

function offer(row) {
  const address = row.querySelector("[data-file]").href;
  const webcal = row.querySelector("[data-webcal]");
  webcal.href = address.replace(/^https?:/, "webcal:");
  webcal.hidden = !opens;
  const copy = row.querySelector("[data-copy-address]");
  copy.addEventListener("click", () => {
    copyText(address, copy, () => {
      window.prompt("请复制这个地址：", address);
    });
  });
}

function offerAll(list) {
  list.querySelector("[data-in-wechat]").hidden = !/MicroMessenger/i.test(agent);
  list.querySelectorAll("[data-calendar]").forEach(offer);
}

// Opened from a disk or a stick there is no address to subscribe to.
if (/^https?:$/.test(location.protocol)) document.querySelectorAll("[data-calendars]").forEach(offerAll);
