// Sequences: order, presence, choice; what is missing and what is too much.
import { expect, test } from "vitest";
import { isXmlDocument, readXml } from "../xml/read-xml.ts";
import { DEFAULT_LIMITS } from "../xml/xml-limits.ts";
import type { Codec } from "./codec.ts";
import { readRoot, writeRoot } from "./document.ts";
import { many, one, optional, orEmpty, some } from "./fields.ts";
import { cs, cv, pq, ts, url } from "./kith-types.ts";
import { boolean, date, dateTime, text } from "./scalars.ts";
import { sequence } from "./sequence.ts";

const TAG = { uri: "u", name: "r" };

const shape = sequence(
  "u",
  {
    first: one("a", text),
    maybe: optional("b", text),
    list: many("c", text),
    left: optional("d", text),
    right: optional("e", text),
    least: some("f", text),
    code: orEmpty("g", cs, {}),
  },
  [{ of: ["left", "right"], mustBe: true }],
);

function read<T>(codec: Codec<T>, inner: string): T | readonly string[] {
  const document = readXml(`<r xmlns="u">${inner}</r>`, DEFAULT_LIMITS);
  if (!isXmlDocument(document)) throw new Error(document.found);
  const result = readRoot(document, TAG, codec);
  return result.ok ? result.value : result.problems.map(({ code, path }) => `${code} ${path}`);
}

test("what is there is read; what may be missing is missing, or empty", () => {
  expect(read(shape, "<a>1</a><e>2</e><f>3</f><f>4</f>")).toEqual({
    first: "1",
    list: [],
    right: "2",
    least: ["3", "4"],
    code: {},
  });
});

test.each([
  ["<a>1</a><d/><e/><f/>", ["unexpected-element /r"]],
  ["<a>1</a><f/>", ["missing-element /r"]],
  ["<a/><d/>", ["missing-element /r"]],
  ["<d/><a/><f/>", ["unexpected-element /r/a", "missing-element /r"]],
  ["<a/><a/><d/><f/>", ["unexpected-element /r/a[2]"]],
  ["<a/><x/><d/><y/><f/>", ["unexpected-element /r/x", "unexpected-element /r/y"]],
  ['<a/><d/><f/><f xmlns="v"/>', ["unexpected-element /r/f[2]"]],
  ["<a><b/></a><d/><f/>", ["unexpected-element /r/a/b"]],
])("%s has the problems %j", (inner, problems) => {
  expect(read(shape, inner)).toEqual(problems);
});

test("what is written is what was given, and an empty code is not written", () => {
  const value = { first: "1", list: ["2"], left: "3", least: ["4"], code: {} };
  const written = writeRoot(TAG, shape, value, { u: "" });
  expect(written.ok && written.xml).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<r xmlns="u">\n  <a>1</a>\n  <c>2</c>\n  <d>3</d>\n  <f>4</f>\n</r>\n',
  );
});

const values: readonly (readonly [string, Codec<unknown>, readonly string[], readonly string[]])[] =
  [
    [
      "date",
      date,
      ["2024-02-29", " 2026-01-01\n", "2026-01-01Z", "2026-01-01+02:00"],
      [
        "2026-02-29",
        "2026-1-1",
        "20260101",
        "",
        "2026-01-01T10:00:00",
        "0000-01-01",
        "12026-01-01",
        "2026-01-01+15:00",
      ],
    ],
    [
      "date and time",
      dateTime,
      ["2026-01-01T00:00:00", "2026-01-01T23:59:59.123+14:00", "2026-01-01T24:00:00Z"],
      [
        "2026-01-01",
        "2026-01-01T24:00:01",
        "2026-01-01T10:00",
        "2026-02-30T10:00:00",
        "2026-01-01 10:00:00",
      ],
    ],
    ["truth", boolean, ["true", "0", " 1 "], ["TRUE", "ja", ""]],
  ];

test.each(values)("a %s is checked", (_what, codec, good, bad) => {
  const shapeOf = sequence("u", { v: one("v", codec) });
  for (const each of good) expect(read(shapeOf, `<v>${each}</v>`), each).toHaveProperty("v");
  for (const each of bad) expect(read(shapeOf, `<v>${each}</v>`), each).toEqual(["bad-value /r/v"]);
});

const attributes: readonly (readonly [
  string,
  Codec<unknown>,
  readonly string[],
  readonly string[],
])[] = [
  [
    "moment",
    ts,
    ['V="2026"', 'V="2026-05"', 'V="2026-05-01"', 'V="10:00:00"', 'V="2026-05-01T10:00:00Z"', ""],
    ['V="05.01.2026"', 'V=""', 'V="2026-13"'],
  ],
  ["code", cv, ['V="x" S="2.16" DN="y" OT="z"', ""], ['S="2..1"', 'S="x"', 'X="1"']],
  ["quantity", pq, ['V="1e3" U="mg"', 'V="-.5"', 'V="INF"'], ['V="1,5"', 'V=""']],
  [
    "address",
    url,
    ['V="tel: 22 33 44 55"', 'V="mailto:a@b.no"', 'V="https://a.no:443/æ#b"'],
    ['V="%zz"', 'V="http://["', 'V=":x"', 'V="http://a:b/"', 'V="a#b#c"'],
  ],
];

test.each(attributes)("a %s is checked", (_what, codec, good, bad) => {
  const shapeOf = sequence("u", { v: one("v", codec) });
  for (const each of good) expect(read(shapeOf, `<v ${each}/>`), each).toHaveProperty("v");
  for (const each of bad) expect(read(shapeOf, `<v ${each}/>`), each).toHaveLength(1);
});
