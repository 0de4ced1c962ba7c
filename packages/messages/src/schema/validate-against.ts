// Knows how a message is held against the national schemas, where a site has them in a folder.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { MessageProblem } from "../xml/xml-problem.ts";
import { laxSchema } from "./lax-schema.ts";

export interface Validation {
  /** Nothing wrong was found in what could be checked. */
  readonly valid: boolean;
  readonly problems: readonly MessageProblem[];
  /** Schemas that the folder lacks; what they describe was let through unchecked. */
  readonly missing: readonly string[];
}

/** Checks messages against schemas that were compiled once. `dispose` gives the memory back. */
export interface Validator {
  validate(xml: string): Validation;
  dispose(): void;
}

/** Which schemas a root element needs; those of documents inside a MsgHead are all brought in. */
const SCHEMAS: Readonly<Record<string, readonly (readonly [uri: string, file: string])[]>> = {
  "http://www.kith.no/xmlstds/msghead/2006-05-24": [
    ["http://www.kith.no/xmlstds/msghead/2006-05-24", "MsgHead-v1_2.xsd"],
    ["http://ehelse.no/xmlstds/henvisning/2017-11-30", "Henvisning-v2.0.xsd"],
    ["http://www.kith.no/xmlstds/dialog/2013-01-23", "dialogmelding-v1.1.xsd"],
    ["http://www.kith.no/xmlstds/base64container", "kith-base64.xsd"],
  ],
  "http://www.kith.no/xmlstds/henvisning/2005-07-08": [
    ["http://www.kith.no/xmlstds/henvisning/2005-07-08", "Henvisning-v1.0.xsd"],
  ],
  "http://www.kith.no/xmlstds/henvisning/2012-02-15": [
    ["http://www.kith.no/xmlstds/henvisning/2012-02-15", "Henvisning-v1.1.xsd"],
    ["http://www.kith.no/xmlstds/base64container", "kith-base64.xsd"],
  ],
  "http://www.kith.no/xmlstds/epikrise/2012-02-15": [
    ["http://www.kith.no/xmlstds/epikrise/2012-02-15", "Epikrise-v1.2.xsd"],
  ],
  "http://www.kith.no/xmlstds/apprec/2004-11-21": [
    ["http://www.kith.no/xmlstds/apprec/2004-11-21", "AppRec-v1-2004-11-21.xsd"],
  ],
};

/** Namespaces of root elements for which there is a validator. */
export const VALIDATED_ROOTS: readonly string[] = Object.keys(SCHEMAS);

/**
 * Holds a message against the schemas of a folder (`RETTVEI_XSD`); subfolders count, names decide.
 * The message must have been read before: this is an addition to the reader, not a way around it.
 * Throws where the library or the schema of the message itself is not there.
 */
export async function validateAgainst(
  folder: string,
  root: string,
  xml: string,
): Promise<Validation> {
  const validator = await openValidator(folder, root);
  try {
    return validator.validate(xml);
  } finally {
    validator.dispose();
  }
}

/** Compiles the schemas for one root element's namespace. */
export async function openValidator(folder: string, root: string): Promise<Validator> {
  const imports = SCHEMAS[root];
  if (imports === undefined) throw new Error(`schemas: expected a known root, got ${root}`);
  const {
    ParseOption,
    XmlDocument,
    XsdValidator,
    XmlLibError,
    xmlRegisterInputProvider,
    xmlCleanupInputProvider,
  } = await import("libxml2-wasm");
  const source = schemaSource(folder);
  for (const [, file] of imports.slice(0, 1))
    if (!source.has(file))
      throw new Error(`schemas: expected ${file} in ${basename(folder)}, got none`);
  xmlRegisterInputProvider(source.provider);
  try {
    const driver = XmlDocument.fromString(driverSchema(imports));
    const validator = XsdValidator.fromDoc(driver);
    driver.dispose();
    return {
      validate: (xml) => {
        const document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_HUGE });
        try {
          validator.validate(document);
          return { valid: true, problems: [], missing: source.missing() };
        } catch (error) {
          if (!(error instanceof XmlLibError)) throw error;
          const problems = error.details.map(problemOf);
          return { valid: false, problems, missing: source.missing() };
        } finally {
          document.dispose();
        }
      },
      dispose: () => validator.dispose(),
    };
  } finally {
    xmlCleanupInputProvider();
  }
}

/** A schema that brings in the others. */
function driverSchema(imports: readonly (readonly [string, string])[]): string {
  const lines = imports.map(
    ([uri, file]) => `<import namespace="${uri}" schemaLocation="${file}"/>`,
  );
  return `<schema xmlns="http://www.w3.org/2001/XMLSchema">${lines.join("")}</schema>`;
}

/** The library's sentence may quote the message, so only the element it names is kept. */
function problemOf({
  line,
  col,
  message,
}: {
  line: number;
  col: number;
  message: string;
}): MessageProblem {
  const element = /^Element '([^']{1,200})'/.exec(message)?.[1] ?? "";
  const kind = /'[^']*'/g;
  const expected = message.replace(kind, "…").trim().slice(0, 200);
  return {
    code: "schema",
    line,
    column: col,
    path: element,
    expected: "a valid message",
    found: expected,
  };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".xsd"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Gives the library schemas by file name from the folder, wherever they say they lie; nothing is fetched. */
function schemaSource(folder: string) {
  const paths = new Map(filesBelow(folder).map((path) => [basename(path), path]));
  const lacking = new Set<string>();
  const open = new Map<number, { bytes: Uint8Array; at: number }>();
  let next = 1;
  return {
    has: (file: string) => paths.has(file),
    missing: () => [...lacking].sort(),
    provider: {
      match: () => true,
      open: (name: string): number | undefined => {
        const file = basename(name);
        const path = paths.get(file);
        const bytes = path === undefined ? laxSchema(file) : readFileSync(path);
        if (path === undefined && file.endsWith(".xsd")) lacking.add(file);
        if (bytes === undefined) return undefined;
        open.set(next, { bytes, at: 0 });
        return next++;
      },
      read: (handle: number, into: Uint8Array): number => {
        const file = open.get(handle);
        if (file === undefined) return -1;
        const part = file.bytes.subarray(file.at, file.at + into.byteLength);
        into.set(part);
        file.at += part.byteLength;
        return part.byteLength;
      },
      close: (handle: number): boolean => open.delete(handle),
    },
  };
}
