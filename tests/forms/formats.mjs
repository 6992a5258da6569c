// Reads a job as JSON, {files: [{fields, text, edits: [[path, value]]}]}, and prints what the form would write.

import { readFileSync } from "node:fs";
import { ofFile } from "../../tools/admin/formats.js";

// What the form itself does to what it is given: nothing is left out, a box not ticked is false, and
// texts are trimmed.
function held(fields, value) {
  for (const field of fields) {
    const inner = value[field.name];
    if (inner === undefined) value[field.name] = field.widget === "boolean" ? false : "";
    else if (typeof inner === "string") value[field.name] = inner.trim();
    else if (field.fields) for (const each of [inner].flat()) held(field.fields, each);
  }
}

const written = [];
for (const { fields, text, edits } of JSON.parse(readFileSync(0, "utf8")).files) {
  const format = ofFile(fields);
  const content = format.fromFile(text.trim());
  held(fields, content);
  for (const [path, value] of edits) {
    const last = path.slice(0, -1).reduce((inside, key) => inside[key], content);
    if (value === null) last.splice(path.at(-1), 1);
    else if (Array.isArray(last)) last.splice(path.at(-1), 0, value);
    else last[path.at(-1)] = value;
  }
  written.push(format.toFile(content));
}
console.log(JSON.stringify(written));
