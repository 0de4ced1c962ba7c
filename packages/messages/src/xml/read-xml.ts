// Knows how text becomes a tree of elements, and what of XML is never let in: DTDs, entities, instructions.
import { SaxesParser } from "saxes";
import { refuseAtFirstSight } from "./refuse-at-first-sight.ts";
import type { XmlAttribute, XmlDocument, XmlElement } from "./xml-element.ts";
import { pathOf } from "./xml-element.ts";
import type { XmlLimits } from "./xml-limits.ts";
import { type MessageProblem, type MessageProblemCode, placeOf } from "./xml-problem.ts";

type Parser = SaxesParser<{ xmlns: true }>;
type OpenElement = XmlElement & { readonly children: (XmlElement | string)[] };

interface Growing {
  readonly text: string;
  readonly limits: XmlLimits;
  readonly parser: Parser;
  root: XmlElement | undefined;
  open: OpenElement | undefined;
  depth: number;
  elements: number;
  attributes: number;
  startsAt: number;
}

/** Ends the reading; carried from a handler of the parser to `readXml` and no further. */
class Refused extends Error {
  readonly problem: MessageProblem;
  constructor(problem: MessageProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Reads well-formed XML 1.0 with namespaces; the first thing wrong ends the reading. Never throws. */
export function readXml(text: string, limits: XmlLimits): XmlDocument | MessageProblem {
  const refused = refuseAtFirstSight(text, limits);
  if (refused !== undefined) return refused;
  const parser: Parser = new SaxesParser({
    xmlns: true,
    forceXMLVersion: true,
    defaultXMLVersion: "1.0",
  });
  const growing: Growing = {
    text,
    limits,
    parser,
    root: undefined,
    open: undefined,
    depth: 0,
    elements: 0,
    attributes: 0,
    startsAt: 0,
  };
  refuseWhatIsForbidden(growing);
  growElements(growing);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
  if (growing.root === undefined)
    return problemAt(growing, "not-well-formed", "an element", "none");
  return { root: growing.root, text };
}

export function isXmlDocument(read: XmlDocument | MessageProblem): read is XmlDocument {
  return "root" in read;
}

function problemAt(
  growing: Growing,
  code: MessageProblemCode,
  expected: string,
  found: string,
): MessageProblem {
  const { text, parser, open } = growing;
  const path = open === undefined ? "" : pathOf(open);
  return { code, ...placeOf(text, parser.position), path, expected, found };
}

function refuse(
  growing: Growing,
  code: MessageProblemCode,
  expected: string,
  found: string,
): never {
  throw new Refused(problemAt(growing, code, expected, found));
}

function refuseWhatIsForbidden(growing: Growing): void {
  const { parser } = growing;
  parser.on("doctype", () => refuse(growing, "forbidden-construct", "no DTD", "a DTD"));
  parser.on("processinginstruction", () =>
    refuse(growing, "forbidden-construct", "no processing instruction", "one"),
  );
  parser.on("xmldecl", ({ version }) => {
    if (version !== "1.0") refuse(growing, "not-well-formed", "XML 1.0", "another version");
  });
  // The parser's sentence names at most a tag or an attribute; its own position is cut off.
  parser.on("error", (error) =>
    refuse(
      growing,
      "not-well-formed",
      "well-formed XML",
      error.message.replace(/^[\d:]+\s*/, "").slice(0, 120),
    ),
  );
}

function growElements(growing: Growing): void {
  const { parser, limits } = growing;
  parser.on("opentagstart", (tag) => {
    growing.startsAt = parser.position - tag.name.length - 2;
    growing.attributes = 0;
    growing.depth += 1;
    growing.elements += 1;
    const { depth, elements } = growing;
    if (tag.name.length > limits.attributeLength)
      refuse(growing, "too-big", "a shorter name", "more");
    if (depth > limits.depth)
      refuse(growing, "too-big", `depth of at most ${limits.depth}`, "more");
    if (elements > limits.elements)
      refuse(growing, "too-big", `at most ${limits.elements} elements`, "more");
  });
  parser.on("attribute", ({ name, value }) => {
    growing.attributes += 1;
    if (growing.attributes > limits.attributes)
      refuse(growing, "too-big", `at most ${limits.attributes} attributes`, "more");
    if (value.length > limits.attributeLength || name.length > limits.attributeLength)
      refuse(
        growing,
        "too-big",
        `attributes of at most ${limits.attributeLength} characters`,
        "more",
      );
  });
  parser.on("opentag", (tag) => {
    openElement(growing, tag.uri, tag.local, Object.values(tag.attributes));
  });
  parser.on("closetag", () => {
    growing.depth -= 1;
    growing.open = growing.open?.parent as OpenElement | undefined;
  });
  const addText = (text: string): void => {
    growing.open?.children.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
}

const XMLNS = "http://www.w3.org/2000/xmlns/";

function openElement(
  growing: Growing,
  uri: string,
  name: string,
  read: readonly { uri: string; local: string; value: string }[],
): void {
  const parent = growing.open;
  const attributes: XmlAttribute[] = read
    .filter((attribute) => attribute.uri !== XMLNS)
    .map((attribute) => ({ uri: attribute.uri, name: attribute.local, value: attribute.value }));
  const element: OpenElement = {
    uri,
    name,
    attributes,
    children: [],
    parent,
    offset: growing.startsAt,
  };
  parent?.children.push(element);
  growing.root ??= element;
  growing.open = element;
}
