// Knows how released editions are frozen: writes the hash of each edition that is or was in force.
// Run it only when a released edition really was wrong, or a new one is released; the CHANGELOG says which.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { ROOT } from "./run.mjs";

await build();
const entry = (name) => pathToFileURL(join(ROOT, `packages/definitions/dist/${name}.js`)).href;
const { PATHWAYS_FOLDER } = await import(entry("index"));
const { loadDefinitionFolder } = await import(entry("authoring"));
const released = loadDefinitionFolder(PATHWAYS_FOLDER).editions.filter(
  (edition) => edition.status === "in-force",
);
const hashes = Object.fromEntries(
  released.map((edition) => [`${edition.pathway}/${edition.edition}`, edition.hash]),
);
writeFileSync(join(PATHWAYS_FOLDER, "frozen.json"), `${JSON.stringify(hashes, null, 2)}\n`);
console.error(`${released.length} editions are frozen.`);
