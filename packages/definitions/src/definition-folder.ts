// Knows where definitions lie on disk: the YAML they are written in and the bundle made of them.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bundle } from "./bundle.ts";
import { loadDefinitions } from "./load-definitions.ts";
import { DefinitionsError } from "./problem.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** The definitions that come with the product. */
export const PATHWAYS_FOLDER = join(here, "..", "..", "..", "pathways");
export const BUNDLE_FILE = join(here, "..", "dist", "bundle.json");

/** Text of every YAML file below the folder, by path relative to it with forward slashes. */
export function readDefinitionFolder(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    paths.map((path) => [relative(folder, path).replaceAll(sep, "/"), readFileSync(path, "utf8")]),
  );
}

/** Loads a folder of definitions. Throws DefinitionsError with every problem. */
export function loadDefinitionFolder(folder: string): Bundle {
  const loaded = loadDefinitions(readDefinitionFolder(folder));
  if ("problems" in loaded) throw new DefinitionsError(loaded.problems);
  return loaded.bundle;
}

/** Writes the bundle that the rest of the product reads. */
export function writeBundle(bundle: Bundle, file = BUNDLE_FILE): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(bundle));
}

/** The bundle as the build made it; made anew from the YAML where no build was run yet. */
export function readBundle(file = BUNDLE_FILE): Bundle {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Bundle;
  return loadDefinitionFolder(PATHWAYS_FOLDER);
}
