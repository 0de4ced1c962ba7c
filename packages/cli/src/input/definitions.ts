// Knows which definitions a command judges by: the product's own, with a site's overlay if one is given.
import { readFileSync, statSync } from "node:fs";
import type { EventFileVocabulary } from "@rettvei/analysis";
import { type Bundle, explainCode, osloDate, readBundle } from "@rettvei/definitions";
import { BadInput } from "../exit-codes.ts";

/** The bundle, with the overlay of a site laid over it. Tells every problem of the overlay and throws BadInput. */
export async function definitionsWith(overlay: string | undefined): Promise<Bundle> {
  const bundle = readBundle();
  if (overlay === undefined) return bundle;
  if (statSync(overlay, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new BadInput(`${overlay}: expected a site overlay, got no such file`);
  }
  const { applyOverlay, problemLine } = await import("@rettvei/definitions/authoring");
  const laid = applyOverlay(bundle, overlay, readFileSync(overlay, "utf8"));
  if ("bundle" in laid) return laid.bundle;
  process.stderr.write(`${laid.problems.map(problemLine).join("\n")}\n`);
  throw new BadInput(`${overlay}: expected an overlay without problems, got those above`);
}

/** What event files may say under these definitions. */
export function vocabularyOf(bundle: Bundle): EventFileVocabulary {
  const [edition] = bundle.editions;
  const conditions = bundle.editions.flatMap((one) => one.conditions.map((two) => two.condition));
  return {
    pathways: new Set(bundle.editions.map((one) => one.pathway)),
    events: new Set(edition?.events.map((event) => event.id)),
    conditions: new Set(conditions),
    decode: (code) => explainCode(bundle, code),
    dateOf: osloDate,
  };
}
