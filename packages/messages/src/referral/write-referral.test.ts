// Referrals written from facts alone: the published examples and our samples, held against the national schemas.
import { describe, expect, test } from "vitest";
import {
  EXAMPLES,
  HAS_EXAMPLES,
  HAS_SCHEMAS,
  SAMPLES,
  sample,
  validateWritten,
  WITHOUT_EXAMPLES,
  WITHOUT_SCHEMAS,
} from "../testing/national-schemas.ts";
import { readReferral } from "./read-referral.ts";
import type { ReferralMessage } from "./referral-message.ts";
import { writeReferral } from "./write-referral.ts";

/** Read, then through JSON so that nothing but plain facts is left, then written. */
function facts(bytes: Uint8Array): ReferralMessage {
  const read = readReferral(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return JSON.parse(JSON.stringify(read.referral));
}

function written(referral: ReferralMessage): string {
  const result = writeReferral(referral);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.unwritten).toEqual([]);
  return result.xml;
}

describe.each(SAMPLES)("sample $name", ({ bytes }) => {
  test("comes back from its facts with the same facts, and nothing is lost", () => {
    const referral = facts(bytes);
    expect(facts(Buffer.from(written(referral)))).toEqual(referral);
    const read = readReferral(bytes);
    expect(read.ok && read.lost).toEqual([]);
  });

  test.skipIf(!HAS_SCHEMAS)(`is valid when written again${WITHOUT_SCHEMAS}`, async () => {
    expect((await validateWritten(written(facts(bytes)))).problems).toEqual([]);
  });
});

const REFERRALS = EXAMPLES.filter(({ name }) => name.startsWith("Henvisning"));

describe.skipIf(!HAS_EXAMPLES)(`published examples${WITHOUT_EXAMPLES}`, () => {
  test("seven referrals are there, and each is read", () => {
    expect(REFERRALS.map(({ bytes }) => readReferral(bytes).ok)).toEqual(Array(7).fill(true));
  });

  test("no element of them is lost when only the facts are kept", () => {
    const lost = REFERRALS.flatMap(({ name, bytes }) => {
      const read = readReferral(bytes);
      return read.ok ? read.lost.map(({ path, how }) => `${name} ${path} ${how}`) : [name];
    });
    expect(lost).toEqual([]);
  });

  test.skipIf(!HAS_SCHEMAS)(
    `are valid when written from their facts${WITHOUT_SCHEMAS}`,
    async () => {
      for (const { name, bytes } of REFERRALS) {
        const validation = await validateWritten(written(facts(bytes)));
        expect(validation.problems, name).toEqual([]);
      }
    },
  );

  test("every other message is refused by name, and none of them throws", () => {
    for (const { name, bytes } of EXAMPLES.filter((each) => !REFERRALS.includes(each))) {
      const read = readReferral(bytes);
      if (read.ok) throw new Error(`${name} was read as a referral`);
      expect(read.problems[0]?.code, name).toBe("unknown-message");
    }
  });
});

test("facts that the standard has no place for are told, not dropped in silence", () => {
  const referral = facts(sample("henvisning-2.0-ny.xml"));
  const result = writeReferral({
    ...referral,
    careSituation: { custodyType: { value: "1" }, type: { value: "2" } },
    patient: { ...referral.patient, idAtSender: "77" },
  });
  expect(result.ok && result.unwritten).toEqual([
    "patient.idAtSender",
    "careSituation.custodyType.value",
    "careSituation.type.value",
  ]);
});

test("a referral that lacks what its standard asks for is not written, and says what", () => {
  const referral = facts(sample("henvisning-1.0-ny.xml"));
  const result = writeReferral({ ...referral, diagnoses: [] });
  expect(result).toMatchObject({
    ok: false,
    problems: [{ code: "missing-element", path: "/Message/ServReq", expected: "Diagnosis" }],
  });
});

const NASTY = "]]> <script>&amp;\"' <!-- \r\n\t å 😀 \u2028 &#x0;";

test("texts that look like XML come back as they were", () => {
  const referral = facts(sample("henvisning-2.0-ny.xml"));
  const reasons = [{ text: NASTY, heading: { value: "PROB", display: NASTY }, codes: [] }];
  const again = facts(Buffer.from(written({ ...referral, reasons, comment: NASTY })));
  expect(again.reasons).toEqual(reasons);
  expect(again.comment).toBe(NASTY);
});

test("a character that XML cannot hold is a problem, not broken XML", () => {
  const referral = facts(sample("henvisning-2.0-ny.xml"));
  const result = writeReferral({ ...referral, comment: "a\u0000b" });
  expect(result.ok).toBe(false);
});
