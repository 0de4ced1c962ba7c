// Knows the bundle on disk, which the build makes and everything else reads.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bundle } from "./bundle.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** The definitions that come with the product, as they are written. */
export const PATHWAYS_FOLDER = join(here, "..", "..", "..", "pathways");
const BUNDLE_FILE = join(here, "..", "dist", "bundle.json");

/** Writes the bundle that the rest of the product reads. */
export function writeBundle(bundle: Bundle, file = BUNDLE_FILE): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(bundle));
}

/** The bundle as the build made it. Throws if nothing was built yet. */
export function readBundle(file = BUNDLE_FILE): Bundle {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Bundle;
  throw new Error(
    `${file}: expected the bundle of the pathways, got no such file; run npm run build`,
  );
}
