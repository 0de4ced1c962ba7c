// Knows where tests find the national schemas and examples, and says by name what is skipped without them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { openValidator, type Validation, type Validator } from "../schema/validate-against.ts";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const STANDARDS = join(ROOT, "..", "shared", "standards");

const SCHEMA_FOLDER = process.env.RETTVEI_XSD ?? join(STANDARDS, "skjema");
export const HAS_SCHEMAS = existsSync(SCHEMA_FOLDER);
const EXAMPLE_FOLDER = join(STANDARDS, "eksempel");
export const HAS_EXAMPLES = existsSync(EXAMPLE_FOLDER);

/** Ends the name of a test that is skipped where the schemas are not there. */
export const WITHOUT_SCHEMAS = HAS_SCHEMAS
  ? ""
  : " (skipped: no national schemas; set RETTVEI_XSD)";
export const WITHOUT_EXAMPLES = HAS_EXAMPLES ? "" : " (skipped: ../shared/standards is not there)";

interface MessageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function messagesBelow(folder: string): readonly MessageFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".xml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path), bytes: readFileSync(path) }));
}

export const SAMPLES = messagesBelow(fileURLToPath(new URL("../../samples", import.meta.url)));

/** The published examples; none where they are not there. */
export const EXAMPLES = HAS_EXAMPLES ? messagesBelow(EXAMPLE_FOLDER) : [];

const validators = new Map<string, Promise<Validator>>();

/** Holds written XML against the schemas of its root element's namespace. */
export async function validateWritten(xml: string): Promise<Validation> {
  const root = /<[A-Za-z]+[^>]*?\sxmlns="([^"]+)"/.exec(xml)?.[1] ?? "";
  const validator = validators.get(root) ?? openValidator(SCHEMA_FOLDER, root);
  validators.set(root, validator);
  return (await validator).validate(xml);
}

export function sample(name: string): Uint8Array {
  const found = SAMPLES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`samples: expected ${name}, got none`);
  return found.bytes;
}
