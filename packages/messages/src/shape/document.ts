// Knows a whole message by its root: read from a tree, and written with what was written read back.

import { factsMissing } from "../loss/facts-missing.ts";
import { isXmlDocument, readXml } from "../xml/read-xml.ts";
import { type Prefixes, writeXml } from "../xml/write-xml.ts";
import type { XmlDocument } from "../xml/xml-element.ts";
import { DEFAULT_LIMITS } from "../xml/xml-limits.ts";
import type { MessageProblem } from "../xml/xml-problem.ts";
import type { XmlName } from "../xml/xml-tree.ts";
import { type Codec, type Reading, report } from "./codec.ts";

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly MessageProblem[] };

/** Reads the root of a document in a shape; every problem is told. */
export function readRoot<T>(document: XmlDocument, tag: XmlName, codec: Codec<T>): Outcome<T> {
  const { root, text } = document;
  const reading: Reading = { text, problems: [] };
  if (root.name !== tag.name || root.uri !== tag.uri)
    report(reading, root, "unknown-message", `${tag.name} of ${tag.uri}`, root.name.slice(0, 60));
  if (reading.problems.length > 0) return { ok: false, problems: reading.problems };
  const value = codec.read(root, reading);
  return reading.problems.length > 0
    ? { ok: false, problems: reading.problems }
    : { ok: true, value };
}

export type Written =
  | {
      readonly ok: true;
      readonly xml: string;
      /** Paths of facts that the standard has no place for, as `patient.nationality`; they are not in the XML. */
      readonly unwritten: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly MessageProblem[] };

/**
 * Writes a message, reads it back in the same shape, and gives it only if nothing is wrong with it.
 * Lines of problems are those of what would have been written.
 */
export function writeRoot<T>(tag: XmlName, codec: Codec<T>, value: T, prefixes: Prefixes): Written {
  const xml = writeXml({ tag, ...codec.write(value) }, prefixes);
  const document = readXml(xml, DEFAULT_LIMITS);
  if (!isXmlDocument(document)) return { ok: false, problems: [document] };
  const readBack = readRoot(document, tag, codec);
  if (!readBack.ok) return readBack;
  return { ok: true, xml, unwritten: factsMissing(value, readBack.value) };
}
