// The form: what the page's form.json says, with the formats of the town's files.

import "./chinese.js";
import CMS from "@sveltia/cms";
import { ofAct, ofFile } from "./formats.js";

/** What Sveltia knows of the fields, without what only our formats do. */
function known(value) {
  if (Array.isArray(value)) return value.map(known);
  if (typeof value !== "object" || value === null) return value;
  const { mere, words, ...rest } = value;
  return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, known(inner)]));
}

const { config, acts } = await (await fetch("form.json")).json();
for (const collection of config.collections) {
  for (const file of collection.files ?? []) CMS.registerCustomFormat(file.name, "yml", ofFile(file.fields));
  const act = acts[collection.name];
  if (act) CMS.registerCustomFormat(collection.name, "yml", ofAct({ ...act, fields: collection.fields }));
}
CMS.init({ config: known(config) });
