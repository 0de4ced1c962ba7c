// Knows which addresses the router has, read from the screens' own files.
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const FEATURES = fileURLToPath(new URL("../../packages/web/src/features/", import.meta.url));

/** Paths as they are written; those of routes under another route are relative to it. */
export function routesThere(): readonly string[] {
  const files = readdirSync(FEATURES, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => basename(file) === "screen.tsx")
    .flatMap((file) =>
      [...readFileSync(`${FEATURES}${file}`, "utf8").matchAll(/\bpath: "([^"]+)"/g)].map(
        ([, path = ""]) => path,
      ),
    );
}
