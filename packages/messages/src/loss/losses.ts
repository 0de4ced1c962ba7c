// Knows what of one message is not in another: element by element, so that nothing is lost in silence.
import { childElements, ownText, type XmlDocument, type XmlElement } from "../xml/xml-element.ts";
import { placesIn } from "../xml/xml-problem.ts";
import type { XmlTree } from "../xml/xml-tree.ts";

/** Something of a message that the facts read from it do not hold. */
export interface Loss {
  /** Path of the element, or of the attribute: `/MsgHead/Signature`, `/MsgHead/MsgInfo/Type/@DN`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** What stood there, for whoever treats the message; never for a log. */
  readonly value: string;
  /** `missing`: gone; `changed`: written otherwise. */
  readonly how: "missing" | "changed";
}

/** The original's texts and attributes that what would be written of it lacks or has otherwise, in their order. */
export function lossesBetween(original: XmlDocument, written: XmlTree): readonly Loss[] {
  const kept = new Map<string, string>();
  visitWritten(written, `/${written.tag.name}`, kept);
  const placeOf = placesIn(original.text);
  const losses: Loss[] = [];
  visitLeaves(original.root, `/${original.root.name}`, (element, path, value) => {
    const here = kept.get(path);
    if (here !== undefined && isSame(here, value)) return;
    const how = here === undefined ? "missing" : "changed";
    losses.push({ path, ...placeOf(element.offset), value, how });
  });
  return losses;
}

type Visit = (element: XmlElement, path: string, value: string) => void;

/** Attributes, and the text of elements that have neither attributes nor elements. */
function visitLeaves(element: XmlElement, path: string, visit: Visit): void {
  const children = childElements(element);
  const attributes = element.attributes.filter((attribute) => attribute.uri === "");
  for (const { name, value } of attributes) visit(element, `${path}/@${name}`, value);
  if (children.length === 0 && attributes.length === 0) visit(element, path, ownText(element));
  const stepTo = steps(path);
  for (const child of children) visitLeaves(child, stepTo(child.name), visit);
}

function visitWritten(tree: XmlTree, path: string, kept: Map<string, string>): void {
  const { attributes = [], children = [], text = "" } = tree;
  for (const [name, value] of attributes) kept.set(`${path}/@${name}`, value);
  if (children.length === 0 && attributes.length === 0) kept.set(path, text);
  const stepTo = steps(path);
  for (const child of children) visitWritten(child, stepTo(child.tag.name), kept);
}

/** Paths of children one after the other; from the second of a name on they carry a number. */
function steps(path: string): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? `${path}/${name}` : `${path}/${name}[${count}]`;
  };
}

/** The same but for white space around and between, or the other way to write a truth value. */
function isSame(kept: string, original: string): boolean {
  if (kept === original) return true;
  const [a, b] = [kept, original].map((each) => each.replace(/\s+/g, " ").trim());
  return a === b || (a === "true" && b === "1") || (a === "false" && b === "0");
}
