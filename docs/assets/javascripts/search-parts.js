// In a large town the names stand in parts (search_parts.py): each from each of its characters on, sorted by the reading
// of that character and then as it is written, 爱国村 as ai爱国村. Says which parts may have what is typed.

// So many are asked for at once; whoever types on asks for fewer.
const MOST = 8;
const LAST = "\uffff";

export function partsOf(data) {
  const starts = data.parts;
  const firsts = {};
  Object.keys(data.pinyin).forEach((letter) => {
    firsts[letter] = data.pinyin[letter].split(" ");
  });

  function key(text) {
    return (firsts[text[0]] || [text[0]])[0] + text;
  }

  // From the part in which the first such name may stand to the one in which the last may.
  function between(low, high) {
    const before = starts.filter((start) => start < low).length;
    const through = starts.filter((start) => start <= high).length;
    return starts.map((_start, part) => part).slice(Math.max(0, before - 1), through);
  }

  // Names that begin like this, and those that are no longer than a part of it, as in 爱国村的.
  function written(text) {
    return Array.from(text)
      .map((_letter, place) => Array.from(text).slice(place, place + 6).join(""))
      .map((rest) => {
        const shorter = Array.from(rest).map((_letter, count) => Array.from(rest).slice(0, count + 1).join(""));
        return [].concat.apply(between(key(rest), key(rest) + LAST), shorter.map((each) => between(key(each), key(each))));
      });
  }

  // aiguo, or ag: whole readings first.
  function spelt(text) {
    const fits = (reading) => text.indexOf(reading) === 0 || reading.indexOf(text) === 0;
    const letters = Object.keys(firsts);
    const whole = letters.filter((letter) => firsts[letter].some(fits));
    const begun = letters.filter((letter) => firsts[letter].some((reading) => reading[0] === text[0]));
    return whole.concat(begun).map((letter) => between(key(letter), key(letter) + LAST));
  }

  return (text) => {
    if (!starts.length || !text) return [];
    const found = [].concat.apply([], written(text).concat(/^[a-z]{2,}$/.test(text) ? spelt(text) : []));
    return found.filter((part, place) => found.indexOf(part) === place).slice(0, MOST);
  };
}
