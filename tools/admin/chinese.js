// The form speaks Chinese, whatever the browser's language, until somebody chooses another in its settings.
// It reads this when its module runs, so this module is imported before it.

const KEY = "sveltia-cms.prefs";

try {
  const kept = JSON.parse(localStorage.getItem(KEY) || "{}");
  localStorage.setItem(KEY, JSON.stringify({ locale: "zh-CN", ...kept }));
} catch {
  // Without a storage it follows the browser.
}
