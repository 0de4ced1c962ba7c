// What of XML is let in, what is refused, and where the refusal says it stands.
import { expect, test } from "vitest";
import { decodeMessage } from "./decode-message.ts";
import { isXmlDocument, readXml } from "./read-xml.ts";
import { childElements, ownText, pathOf, type XmlDocument } from "./xml-element.ts";
import { DEFAULT_LIMITS } from "./xml-limits.ts";
import type { MessageProblem } from "./xml-problem.ts";

function read(xml: string, limits = DEFAULT_LIMITS): XmlDocument {
  const result = readXml(xml, limits);
  if (!isXmlDocument(result)) throw new Error(`${result.code} ${result.found}`);
  return result;
}

function refusal(xml: string, limits = DEFAULT_LIMITS): MessageProblem {
  const result = readXml(xml, limits);
  if (isXmlDocument(result)) throw new Error("it was read");
  return result;
}

test("namespaces are those of the address, not of the prefix", () => {
  const [one, two] = ['<a xmlns="urn:x"><b/></a>', '<p:a xmlns:p="urn:x"><p:b/></p:a>'].map(
    (xml) => read(xml).root,
  );
  expect(one?.uri).toBe("urn:x");
  expect(two?.uri).toBe("urn:x");
  expect(two && childElements(two)[0]?.uri).toBe("urn:x");
});

test("text, character references, the five entities and CDATA are one text", () => {
  const { root } = read(
    "<a>1 &lt;&gt;&amp;&quot;&apos; &#xE6;&#229;<!-- no --><![CDATA[<b>&x;]]></a>",
  );
  expect(ownText(root)).toBe("1 <>&\"' æå<b>&x;");
});

test("an element knows where it begins and its path among its like", () => {
  const { root } = read("<a>\n  <b/>\n  <b><c/></b>\n</a>");
  const second = childElements(root)[1];
  const inner = second && childElements(second)[0];
  expect(inner && pathOf(inner)).toBe("/a/b[2]/c");
  expect(inner?.offset).toBe("<a>\n  <b/>\n  <b>".length);
});

test.each<[string, string, MessageProblem["code"], number, number]>([
  ["a DTD", '<?xml version="1.0"?>\n<!DOCTYPE a>\n<a/>', "forbidden-construct", 2, 1],
  ["a DTD with entities", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "forbidden-construct", 1, 1],
  ["an instruction", "<a>\n<?go now?></a>", "forbidden-construct", 2, 11],
  ["a style sheet", '<?xml-stylesheet href="x"?><a/>', "forbidden-construct", 1, 28],
  ["an unknown entity", "<a>\n\n &nbsp;</a>", "not-well-formed", 3, 8],
  ["an entity named as a property", "<a>&constructor;</a>", "not-well-formed", 1, 17],
  ["a duplicate attribute", '<a b="1" b="2"/>', "not-well-formed", 1, 17],
  [
    "one attribute under two prefixes",
    '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
    "not-well-formed",
    1,
    45,
  ],
  ["an undeclared prefix", "<p:a/>", "not-well-formed", 1, 7],
  ["a wrong end tag", "<a><b></a>", "not-well-formed", 1, 11],
  ["no end", "<a><b>", "not-well-formed", 1, 7],
  ["two roots", "<a/><b/>", "not-well-formed", 1, 8],
  ["nothing", "", "not-well-formed", 1, 1],
  ["a control character", "<a>\u0001</a>", "not-well-formed", 1, 5],
  ["another version", '<?xml version="1.1"?><a/>', "not-well-formed", 1, 22],
  ["] ]> in text", "<a>]]></a>", "not-well-formed", 1, 7],
])("%s is refused with line and column", (_what, xml, code, line, column) => {
  const found = refusal(xml);
  expect({ code: found.code, line: found.line, column: found.column }).toEqual({
    code,
    line,
    column,
  });
});

test("a DTD of any size is refused without being read", () => {
  const before = process.cpuUsage();
  const found = refusal(
    `<!-- first -->\n<!DOCTYPE a [${"<!ENTITY e 'x'>".repeat(1_000_000)}]><a/>`,
  );
  expect(found).toMatchObject({ code: "forbidden-construct", line: 2, column: 1 });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(2_000);
});

test("a refusal tells nothing of the text", () => {
  expect(JSON.stringify(refusal("<a>Kari Nordmann &secret;</a>"))).not.toMatch(/Kari|secret/);
});

test.each<[string, string, Partial<typeof DEFAULT_LIMITS>]>([
  ["lines", `<a>${"\n".repeat(500_000)}</a>`, {}],
  ["references", `<a>${"&lt;".repeat(200_000)}</a>`, {}],
  ["depth", "<a>".repeat(10_000), {}],
  ["elements", `<a>${"<b/>".repeat(20)}</a>`, { elements: 10 }],
  ["attributes", `<a ${Array.from({ length: 40 }, (_, at) => `b${at}=""`).join(" ")}/>`, {}],
  ["length of an attribute", `<a b="${"x".repeat(70_000)}"/>`, {}],
  ["length of a name", `<${"a".repeat(70_000)}/>`, {}],
])("more than the limit of %s is refused", (_what, xml, limits) => {
  expect(refusal(xml, { ...DEFAULT_LIMITS, ...limits }).code).toBe("too-big");
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a message is UTF-8, with or without byte order mark, or ISO-8859-1 if it says so", () => {
  expect(decodeMessage(bytesOf("<a>ø</a>"), DEFAULT_LIMITS)).toBe("<a>ø</a>");
  expect(decodeMessage(bytesOf("\uFEFF<a/>"), DEFAULT_LIMITS)).toBe("<a/>");
  const old = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>ø</a>', "latin1");
  expect(decodeMessage(old, DEFAULT_LIMITS)).toContain("<a>ø</a>");
});

test.each<[string, Uint8Array]>([
  ["UTF-16 with mark", Buffer.from("\uFEFF<a/>", "utf16le")],
  ["UTF-16 without", Buffer.from("<a/>", "utf16le")],
  ["UTF-16 the other way round", Uint8Array.of(0xfe, 0xff, 0, 0x3c)],
  ["UTF-32", Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c)],
  ["EBCDIC", Uint8Array.of(0x4c, 0x6f, 0xa7, 0x94, 0x93)],
  ["UTF-7 by name", bytesOf('<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-')],
  ["an overlong slash", Uint8Array.of(0x3c, 0xc0, 0xaf, 0x3e)],
  ["half a character", Uint8Array.of(0x3c, 0x61, 0x3e, 0xc3)],
  ["a surrogate", Uint8Array.of(0x3c, 0xed, 0xa0, 0x80)],
  [
    "Windows quotes in ISO-8859-1",
    Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\x93</a>', "latin1"),
  ],
])("%s is refused", (_what, bytes) => {
  const found = decodeMessage(bytes, DEFAULT_LIMITS);
  expect(typeof found === "string" ? found : found.code).toBe("bad-encoding");
});

test("a message over the limit is refused before it is looked at", () => {
  const found = decodeMessage(new Uint8Array(11), { ...DEFAULT_LIMITS, bytes: 10 });
  expect(typeof found === "string" ? found : found.code).toBe("too-big");
});
