// 找我的村: filters the villages while the name is typed; Enter goes to the only one left.
(function () {
  "use strict";
  document.querySelectorAll("[data-village-finder]").forEach(function (finder) {
    var field = finder.querySelector("input");
    var status = finder.querySelector("[data-status]");
    var links = Array.prototype.slice.call(finder.querySelectorAll("[data-village]"));

    function matching() {
      var typed = field.value.replace(/\s|村委会|公共法律服务室/g, "");
      return links.filter(function (link) {
        var fits = link.dataset.village.indexOf(typed) >= 0 || (typed && typed.indexOf(link.dataset.village) >= 0);
        link.parentElement.hidden = !fits;
        return fits;
      });
    }

    function update() {
      var found = matching();
      if (!field.value) status.textContent = "";
      else if (!found.length) status.textContent = "没有找到这个村，请换一个字试试，或者看全部。";
      else status.textContent = "找到 " + found.length + " 个";
    }

    field.addEventListener("input", update);
    finder.querySelector("form").addEventListener("submit", function (event) {
      var found = matching();
      if (found.length !== 1) return;
      event.preventDefault();
      location.href = found[0].href;
    });

    var query = new URLSearchParams(location.search).get("q");
    if (query && finder.hasAttribute("data-reads-query")) {
      field.value = query;
      update();
    }
  });
})();
