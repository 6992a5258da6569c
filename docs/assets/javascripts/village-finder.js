// 找我的村: leaves the villages that fit while a name is typed, in characters or in pinyin; Enter goes to the only one.
(function () {
  "use strict";
  var ENDING = /(公共法律)?服务室$|(居民委员会|村民委员会|居委会|村委会|社区|村)$/;

  function stem(name) {
    return name.replace(ENDING, "").replace(ENDING, "") || name;
  }

  function contains(name, typed) {
    return name.indexOf(typed) >= 0 || typed.indexOf(name) >= 0;
  }

  function mentions(name, typed) {
    return stem(name).length > 1 && typed.indexOf(stem(name)) >= 0;
  }

  function oneWrong(name, typed) {
    var right = Array.from(stem(name));
    var written = Array.from(stem(typed));
    if (written.length < 2 || right.length !== written.length) return false;
    return right.filter((letter, place) => letter !== written[place]).length === 1;
  }

  // From any syllable on: laojie, jie, lj, laojiecun, ljc.
  function spelt(spelling, typed) {
    var syllables = (spelling + " cun").split(" ");
    return syllables.slice(0, -1).some(function (first, place) {
      var rest = syllables.slice(place);
      var initials = rest.map((syllable) => syllable[0]).join("");
      return rest.join("").indexOf(typed) === 0 || (typed.length > 1 && initials.indexOf(typed) === 0);
    });
  }

  document.querySelectorAll("[data-village-finder]").forEach(function (finder) {
    var field = finder.querySelector("input");
    var status = finder.querySelector("[data-status]");
    var nothing = finder.querySelector("[data-nothing]");
    var fold = fahu.folding(finder.dataset.fold);
    var villages = Array.from(finder.querySelectorAll("[data-village]")).map(function (link) {
      var names = link.dataset.village.split("\n").map((name) => fahu.plain(name, fold));
      return { link: link, names: names, spellings: link.dataset.spelt.split("\n") };
    });

    function found(typed) {
      if (!typed) return villages;
      var found = [];
      // The surest way that finds anything decides.
      [contains, mentions, oneWrong].forEach(function (way) {
        if (found.length) return;
        found = villages.filter((village) => village.names.some((name) => way(name, typed)));
      });
      if (found.length) return found;
      return villages.filter((village) => village.spellings.some((spelling) => spelt(spelling, typed)));
    }

    function matching() {
      return found(fahu.plain(field.value, fold));
    }

    function update() {
      var left = matching();
      villages.forEach(function (village) {
        village.link.parentElement.hidden = left.length > 0 && left.indexOf(village) < 0;
      });
      nothing.hidden = left.length > 0;
      if (!field.value) status.textContent = "";
      else if (!left.length) status.textContent = "没有找到“" + field.value + "”。";
      else status.textContent = "找到 " + left.length + " 个";
    }

    field.addEventListener("input", update);
    finder.querySelector("form").addEventListener("submit", function (event) {
      var left = matching();
      if (left.length !== 1) return;
      event.preventDefault();
      location.href = left[0].link.href;
    });

    var query = new URLSearchParams(location.search).get("village");
    if (query && finder.hasAttribute("data-reads-query")) {
      field.value = query;
      update();
    }
  });
})();
