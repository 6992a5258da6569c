// What a file says and what a form holds of it, one into the other.
//
// A file may say in short what a form shows in full: one text for a list of one, a text for an object,
// 是 for true. Media begin with a slash in the form. A field with `mere` takes a mere text for that key of it, in a list of `words` only those.

const YES = /^(true|yes|是)$/i;
const NO = /^(false|no|否)$/i;
const DAY = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The day as a date field knows it; any other text as it is. */
function day(text) {
  const found = DAY.exec(text.normalize("NFKC").trim());
  if (!found) return text;
  const [year, month, date] = found.slice(1).filter(Boolean);
  return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
}

const yesOrNo = (text) => (YES.test(text) ? "true" : NO.test(text) ? "false" : text);

const inFull = (field, value) => (field.mere && !isObject(value) ? { [field.mere]: value } : value);

/** What a form holds of what a file says. */
export function shaped(field, value) {
  if (value === undefined || value === null) return value;
  if (field.widget === "boolean") return YES.test(String(value).trim());
  if (field.options?.[0].value === "true") return yesOrNo(String(value).trim());
  if (field.widget === "file") return String(value).replace(/^media\//, "/media/");
  if (field.widget === "datetime" && typeof value === "string") return day(value);
  if (field.widget === "list" || field.multiple) {
    const items = Array.isArray(value) ? value : value === "" ? [] : [value];
    return field.fields ? items.map((item) => each(field, inFull(field, item), shaped)) : items;
  }
  return field.fields ? each(field, inFull(field, value), shaped) : value;
}

/** What is written of what a form holds; undefined for what is empty. */
export function bare(field, value) {
  if (value === undefined || value === null || value === "" || value === false) return undefined;
  if (value === true) return "true";
  if (field.widget === "file") return value.replace(/^\/media\//, "media/");
  if (Array.isArray(value)) {
    const items = value.map((item) => inShort(field, one(field, item))).filter((item) => item !== undefined);
    if (field.words?.includes(items[0]?.[field.mere]) && Object.keys(items[0]).length === 1) {
      return items[0][field.mere];
    }
    return items.length ? items : undefined;
  }
  return inShort(field, one(field, value));
}

function one(field, value) {
  // What stands around a text counts for nobody, and the form cuts it off.
  if (!isObject(value)) return value === null ? undefined : String(value).trim() || undefined;
  const found = Object.entries(each(field, value, bare)).filter(([, kept]) => kept !== undefined);
  return found.length ? Object.fromEntries(found) : undefined;
}

const inShort = (field, value) => {
  const short = field.mere && !field.words && isObject(value) && Object.keys(value).length === 1;
  return short && field.mere in value ? value[field.mere] : value;
};

// A key without a field is kept as it is.
function each(field, value, change) {
  if (!isObject(value)) return value;
  const known = new Map((field.fields ?? []).map((inner) => [inner.name, inner]));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, change(known.get(key) ?? {}, inner)]),
  );
}
