// How the form reads and writes the files of data/: every value as the text that was typed, and
// whatever didn't change, comments, order and blank lines, as it stood.

import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { bare, shaped } from "./shape.js";

// Nothing is guessed: 02159 keeps its zero, 31.5300 its digits, 9:30 is a text.
const READ = { schema: "failsafe" };
const WRITE = { lineWidth: 0, flowCollectionPadding: false };

const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

function parsed(text) {
  const found = parseDocument(text, READ);
  if (found.errors.length) throw new Error(found.errors[0].message);
  return found;
}

/** The format of a whole file with these fields. */
export function ofFile(fields) {
  const root = { widget: "object", fields };
  let known = "";
  return {
    fromFile(text) {
      // Sveltia hands it over without the last line break, which a text in lines at the end counts in.
      known = `${text.trimEnd()}\n`;
      return shaped(root, parsed(known).toJS() ?? {});
    },
    toFile(content) {
      const file = parsed(known);
      file.contents = merged(file, file.contents, bare(root, content) ?? {}, root);
      known = file.toString(WRITE);
      return known;
    },
  };
}

/** The format of an act's file: one entry of a list, with what it always says besides. */
export function ofAct({ key, always, fields }) {
  const entry = { widget: "object", fields };
  return {
    fromFile(text) {
      const found = parsed(text).toJS() ?? {};
      if (Object.keys(found).join() !== key || found[key].length !== 1) {
        throw new Error("这个文件里不止一条，请直接改文件");
      }
      const said = Object.entries(found[key][0]).filter(([name]) => !(name in always));
      return shaped(entry, Object.fromEntries(said));
    },
    toFile(content) {
      const file = parsed("");
      file.contents = file.createNode({ [key]: [{ ...bare(entry, content), ...always }] });
      return file.toString(WRITE);
    },
  };
}

/** The node that says the value: the one there was, changed where it has to be. */
function merged(file, node, value, field) {
  if (node && same(told(file, node, field), value)) return node;
  if (isMap(node) && typeof value === "object" && !Array.isArray(value)) {
    return mergedMap(file, node, value, field);
  }
  if (isSeq(node) && Array.isArray(value)) return mergedList(file, node, value, field);
  if (isScalar(node) && typeof value === "string") {
    node.value = node.value.endsWith("\n") ? `${value}\n` : value;
    return node;
  }
  return file.createNode(value);
}

const told = (file, node, field) => bare(field, shaped(field, node.toJS(file)));

function mergedMap(file, node, value, field) {
  const fields = new Map((field.fields ?? []).map((inner) => [inner.name, inner]));
  for (const { key } of [...node.items]) if (!(key.value in value)) node.delete(key.value);
  for (const [key, inner] of Object.entries(value)) {
    const pair = node.items.find((each) => each.key.value === key);
    if (pair) pair.value = merged(file, pair.value, inner, fields.get(key) ?? {});
    else node.add(file.createPair(key, inner));
  }
  return node;
}

// An entry that didn't change is the same node, comments and all; one that did is known by its id, or by
// its place among those that changed where none was added or taken away.
function mergedList(file, node, value, field) {
  const item = { ...field, widget: field.fields ? "object" : undefined, multiple: false };
  const rest = [...node.items];
  const take = (test) => {
    const at = rest.findIndex(test);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const kept = value.map((each) => take((old) => same(told(file, old, item), each)));
  const changed = value.filter((_, at) => !kept[at]).length;
  const inPlace = changed === rest.length;
  node.items = value.map((each, at) => {
    if (kept[at]) return kept[at];
    const old = each.id ? take((one) => isMap(one) && one.get("id") === each.id) : inPlace && rest.shift();
    return merged(file, old || undefined, each, item);
  });
  return node;
}
