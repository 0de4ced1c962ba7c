// Knows the attributes of an element: which it may have, and those that any element may have.
import type { XmlElement } from "../xml/xml-element.ts";
import { type Reading, report } from "./codec.ts";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** Hints where a schema lies: allowed anywhere, never followed. */
const HINTS: ReadonlySet<string> = new Set(["schemaLocation", "noNamespaceSchemaLocation"]);

/** Values of the named attributes, in that order; any other attribute is a problem. */
export function readAttributes(
  element: XmlElement,
  reading: Reading,
  names: readonly string[],
): readonly (string | undefined)[] {
  for (const { uri, name } of element.attributes) {
    const known = (uri === "" && names.includes(name)) || (uri === XSI && HINTS.has(name));
    if (!known) report(reading, element, "unexpected-attribute", allowed(names), name.slice(0, 60));
  }
  return names.map(
    (name) => element.attributes.find((each) => each.uri === "" && each.name === name)?.value,
  );
}

function allowed(names: readonly string[]): string {
  return names.length === 0 ? "no attribute" : `only the attributes ${names.join(", ")}`;
}

export function refuseAttributes(element: XmlElement, reading: Reading): void {
  readAttributes(element, reading, []);
}
