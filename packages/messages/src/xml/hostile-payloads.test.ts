// Hostile XML in the place of, before and inside every sample message: refused quickly, with a place, and nothing is fetched.
import { expect, test } from "vitest";
import { readReferral } from "../referral/read-referral.ts";
import { SAMPLES } from "../testing/national-schemas.ts";

const LAUGHS = Array.from(
  { length: 12 },
  (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
).join("");

/** DTDs of every kind, to stand before the root element; what the text calls is `&e;`. */
const DTDS: readonly (readonly [string, string])[] = [
  ["an external file", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
  ["an external address", '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]>'],
  ["a public identifier", '<!DOCTYPE x PUBLIC "-//X//Y" "http://127.0.0.1:9/x.dtd">'],
  ["an external subset", '<!DOCTYPE x SYSTEM "file:///etc/hostname">'],
  ["a parameter entity", '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'],
  [
    "a parameter entity that sends",
    '<!DOCTYPE x [<!ENTITY % f SYSTEM "file:///etc/hostname"><!ENTITY % s "<!ENTITY &#37; t SYSTEM \'http://127.0.0.1:9/?%f;\'>">%s;%t;]>',
  ],
  ["a billion laughs", `<!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}<!ENTITY e "&l12;">]>`],
  ["a quadratic blow-up", `<!DOCTYPE x [<!ENTITY e "${"a".repeat(50_000)}">]>`],
  ["an entity in itself", '<!DOCTYPE x [<!ENTITY e "&e;">]>'],
  ["an unparsed entity", '<!DOCTYPE x [<!NOTATION n SYSTEM "n"><!ENTITY e SYSTEM "x" NDATA n>]>'],
  ["default attributes", '<!DOCTYPE x [<!ATTLIST MsgHead a CDATA "b">]>'],
  ["an empty one", "<!DOCTYPE x>"],
];

/** What is put inside an element of the message. */
const INSIDE: readonly (readonly [string, string])[] = [
  ["an undeclared entity", "&e;"],
  ["an instruction", '<?php system("id") ?>'],
  ["a style sheet", '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x.xsl"?>'],
  [
    "XInclude",
    '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
  ],
  ["an element of no standard", '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'],
  ["a type of its own", '<x xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:type="x"/>'],
  ["10,000 deep", "<d>".repeat(10_000)],
  [
    "an attribute bomb",
    `<d ${Array.from({ length: 20_000 }, (_, at) => `a${at}="1"`).join(" ")}/>`,
  ],
  [
    "a namespace bomb",
    `<d ${Array.from({ length: 5_000 }, (_, at) => `xmlns:n${at}="u:${at}"`).join(" ")}/>`,
  ],
  ["a name bomb", `<${"n".repeat(200_000)}/>`],
  ["a DTD inside", "<!DOCTYPE y>"],
  ["a NUL", "\u0000"],
  ["an end of another", "</Elsewhere>"],
  ["many unknown elements", "<d/>".repeat(50_000)],
  ["a conditional section", "<![INCLUDE[<!ENTITY e 'x'>]]>"],
  ["a reference to no character", "&#0;"],
  ["a reference to a surrogate", "&#xD800;"],
  ["a huge reference", `&#${"9".repeat(10_000)};`],
  ["a comment with two hyphens", "<!-- a -- b -->"],
  ["an unclosed CDATA", "<![CDATA["],
  ["an undeclared prefix", "<q:d/>"],
];

const places = SAMPLES.map(({ name, bytes }) => {
  const text = new TextDecoder(name.includes("1.0") ? "latin1" : "utf-8").decode(bytes);
  return { name, text: text.replace("ISO-8859-1", "UTF-8") };
});

/** A payload at its place in a sample: DTDs go before the root element, with a call in the text. */
function hostile(): readonly (readonly [string, string])[] {
  return places.flatMap(({ name, text }) => {
    const before = DTDS.map(([what, dtd]): [string, string] => [
      `${name}: ${what}`,
      text.replace(/<(?=(?:mh:)?M)/, `${dtd}<`).replace(/(<TextResultValue>)/, "$1&e;"),
    ]);
    const inside = INSIDE.flatMap(([what, payload]): readonly [string, string][] => [
      [
        `${name}: ${what} in the envelope`,
        text.replace(/(<(?:mh:)?(?:Sender|Requester)>)/, `$1${payload}`),
      ],
      [
        `${name}: ${what} in the referral`,
        text.replace(/(<(?:Patient|Diagnosis)>)/, `$1${payload}`),
      ],
    ]);
    return [...before, ...inside];
  });
}

test("more than 200 hostile messages are each refused, half of them with less than 50 ms of work, with line, column and nothing of the file system", () => {
  const all = hostile();
  const taken: number[] = [];
  expect(all.length).toBeGreaterThan(200);
  for (const [what, xml] of all) {
    const before = process.cpuUsage();
    const read = readReferral(Buffer.from(xml));
    // The reader's own work, which is the same however much else the machine does.
    const { user, system } = process.cpuUsage(before);
    const millis = (user + system) / 1_000;
    expect(read.ok, what).toBe(false);
    expect(millis, what).toBeLessThan(5000);
    taken.push(millis);
    if (read.ok) continue;
    expect(read.problems.length, what).toBeGreaterThan(0);
    for (const problem of read.problems) {
      expect(problem.line, what).toBeGreaterThanOrEqual(1);
      expect(problem.column, what).toBeGreaterThanOrEqual(1);
    }
    expect(JSON.stringify(read.problems), what).not.toMatch(/root:|nobody|passwd/);
  }
  expect(taken.toSorted((a, b) => a - b)[taken.length >> 1]).toBeLessThan(50);
});
