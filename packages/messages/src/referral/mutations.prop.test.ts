// Laws of the reader under mutations of real messages: never a throw, never a hang, always a place; what is read can be written.
import fc from "fast-check";
import { expect, test } from "vitest";
import { EXAMPLES, HAS_SCHEMAS, SAMPLES, validateWritten } from "../testing/national-schemas.ts";
import { readReferral } from "./read-referral.ts";
import { writeReferral } from "./write-referral.ts";

const MUTATIONS = Number(process.env.RETTVEI_MUTATIONS ?? 2000);
const LONGEST_MILLIS = 5000;

/** Attachments are cut short: they only make the rest rarer to hit. */
const TEXTS = [...SAMPLES, ...EXAMPLES]
  .filter(({ name }) => /henvisning/i.test(name))
  .map(({ name, bytes }) =>
    new TextDecoder(/1\.0-ny/.test(name) ? "latin1" : "utf-8").decode(bytes),
  )
  .map((text) =>
    text.replace("ISO-8859-1", "UTF-8").replace(/>[A-Za-z0-9+/=\s]{2000,}</g, ">QUJD<"),
  );

const LEAF = /<([\w:]+)(?:\s[^<>]*)?(?:\/>|>[^<]*<\/\1>)/g;
const TAG = /<\/?[\w:]+[^<>]*>/g;
const ATTRIBUTE = / [\w:]+="[^"]*"/g;
const CONTENT = />[^<>]+</g;

const VALUES = [
  "",
  " ",
  "x",
  "0",
  "-1",
  "true",
  "TRUE",
  "1",
  "2026-02-30",
  "2026-13-01",
  "2026-01-01",
  "2026-01-01Z",
  "2026-01-01T24:00:00",
  "2026-01-01T25:00:00",
  "2026-01-01T10:00:00+15:00",
  "0000-01-01",
  "12026-01-01",
  "1e400",
  "NaN",
  "2..1",
  "tel:",
  "%zz",
  "http://[",
  "æøå 😀",
  "&amp;&lt;",
  "&#13;&#10;",
  "&nbsp;",
  "]]>",
  "<![CDATA[<b/>]]>",
  "<!-- -->",
  "<x/>",
  "<?x?>",
  "\u0000",
  "\uFFFE",
  "a".repeat(70_000),
];

type Mutation = (text: string, at: number, value: string) => string;

/** Puts something in place of one of the matches. */
function inPlaceOf(pattern: RegExp, made: (found: string, value: string) => string): Mutation {
  return (text, at, value) => {
    const all = [...text.matchAll(pattern)];
    const match = all[at % Math.max(all.length, 1)];
    if (match === undefined) return text;
    return (
      text.slice(0, match.index) + made(match[0], value) + text.slice(match.index + match[0].length)
    );
  };
}

const KINDS: readonly Mutation[] = [
  inPlaceOf(LEAF, () => ""),
  inPlaceOf(LEAF, (leaf) => leaf + leaf),
  inPlaceOf(LEAF, (leaf) => leaf.replace(/<(\/?)([\w:]+)/g, "<$1$2x")),
  inPlaceOf(LEAF, (leaf, value) => leaf.replace(/>[^<]*</, `>${value}<`)),
  inPlaceOf(TAG, (tag, value) => tag + value),
  inPlaceOf(TAG, () => ""),
  inPlaceOf(ATTRIBUTE, (attribute, value) => attribute.replace(/"[^"]*"/, `"${value}"`)),
  inPlaceOf(ATTRIBUTE, (attribute) => attribute + attribute),
  inPlaceOf(ATTRIBUTE, (attribute) => attribute.replace(/ [\w:]+=/, " OT=")),
  inPlaceOf(ATTRIBUTE, () => ""),
  inPlaceOf(CONTENT, (_content, value) => `>${value}<`),
  inPlaceOf(/http:\/\/[\w./-]+/g, (address) => `${address}x`),
  (text, at) => text.slice(0, at % text.length),
  (text, at, value) => text.slice(0, at % text.length) + value + text.slice(at % text.length),
  (text, at, value) => text.slice(0, at % text.length) + value + text.slice((at % text.length) + 1),
];

const mutated = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    strikes: fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        at: fc.nat(200_000),
        value: fc.constantFrom(...VALUES),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ text, strikes }) =>
    strikes.reduce((now, { kind, at, value }) => (now === "" ? now : kind(now, at, value)), text),
  );

test(`${MUTATIONS} mutated referrals are read or refused, each with its places, and what is read is written valid`, async () => {
  const count = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      const started = performance.now();
      const read = readReferral(Buffer.from(text));
      expect(performance.now() - started).toBeLessThan(LONGEST_MILLIS);
      if (!read.ok) {
        count.refused += 1;
        expect(read.problems.length).toBeGreaterThan(0);
        for (const { line, column, expected } of read.problems) {
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
          expect(expected).not.toBe("");
        }
        return;
      }
      count.read += 1;
      const again = writeReferral(read.referral);
      if (!again.ok) throw new Error(JSON.stringify(again.problems));
      expect(again.unwritten).toEqual([]);
      const reread = readReferral(Buffer.from(again.xml));
      expect(reread.ok && reread.referral).toEqual({
        ...read.referral,
        envelope: { ...read.referral.envelope, signed: false },
      });
      expect(reread.ok && reread.lost).toEqual([]);
      if (HAS_SCHEMAS) expect((await validateWritten(again.xml)).problems).toEqual([]);
    }),
    { numRuns: MUTATIONS, seed: 20261121 },
  );
  expect(Math.min(count.read, count.refused)).toBeGreaterThan(MUTATIONS / 20);
}, 600_000);
