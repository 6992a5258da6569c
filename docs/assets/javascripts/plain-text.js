// What is typed, written as the names are: 門 as 门, ３组 and 三组 as 3组.
(function () {
  "use strict";
  var DIGITS = "零一二三四五六七八九";

  // From "愛爱國国", traditional before simplified.
  function folding(pairs) {
    var fold = {};
    Array.from(pairs).forEach(function (letter, place, letters) {
      if (place % 2 === 0) fold[letter] = letters[place + 1];
    });
    return fold;
  }

  function plain(text, fold) {
    return Array.from((text.normalize ? text.normalize("NFKC") : text).toLowerCase().replace(/[\s'’]/g, ""))
      .map(function (letter) {
        var simplified = fold[letter] || letter;
        var digit = DIGITS.indexOf(simplified);
        return digit < 0 ? simplified : String(digit);
      })
      .join("");
  }

  window.fahu = Object.assign(window.fahu || {}, { folding: folding, plain: plain });
})();
