// Knows the folder that definitions are written in.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Bundle } from "./bundle.ts";
import { loadDefinitions } from "./load-definitions.ts";
import { DefinitionsError } from "./problem.ts";

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
