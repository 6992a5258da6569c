// What is typed, written as the names are: 門 as 门, ３组 and 三组 as 3组.
const DIGITS = "零一二三四五六七八九";

// From "愛爱國国", traditional before simplified.
export function folding(pairs) {
  const fold = {};
  Array.from(pairs).forEach((letter, place, letters) => {
    if (place % 2 === 0) fold[letter] = letters[place + 1];
  });
  return fold;
}

export function plain(text, fold) {
  return Array.from((text.normalize ? text.normalize("NFKC") : text).toLowerCase().replace(/[\s'’]/g, ""))
    .map((letter) => {
      const simplified = fold[letter] || letter;
      const digit = DIGITS.indexOf(simplified);
      return digit < 0 ? simplified : String(digit);
    })
    .join("");
}
