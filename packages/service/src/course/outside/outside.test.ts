// Who outside is told of a course: whoever referred, and the GP where the patient agrees to that.
import type { CalendarDate } from "@rettvei/engine";
import { expect, test } from "vitest";
import type { Fact } from "../../facts/fact.ts";
import { outsideBy } from "./outside.ts";

const GP = { name: "Lykkebo legekontor", address: "9900101" };
const NURSE = { name: "Helsesykepleier", address: "9900102" };

let seq = 0;
function told(kind: string, body: object, matterId = "ref1"): Fact {
  seq += 1;
  return {
    seq,
    factId: `f${seq}`,
    kind,
    matterId,
    patientId: "p1",
    courseId: "c1",
    unitId: "u1",
    happenedOn: "2026-03-03" as CalendarDate,
    recordedAt: "2026-03-03T10:00:00.000Z",
    recordedBy: "somebody",
    recordedAs: "referrer",
    body,
  };
}

const sent = (content: object) =>
  told("referral-sent", {
    gp: null,
    tellGp: false,
    assessBy: { receivedOn: "2026-03-03" },
    ...content,
  });

test.each([
  ["the GP alone who referred", { referrer: GP }, ["referrer 9900101"]],
  [
    "both, where the patient agrees",
    { referrer: NURSE, gp: GP, tellGp: true },
    ["gp 9900101", "referrer 9900102"],
  ],
  ["not the GP, where the patient does not", { referrer: NURSE, gp: GP }, ["referrer 9900102"]],
  ["once, who is both", { referrer: GP, gp: GP, tellGp: true }, ["referrer 9900101"]],
  ["without an address, who has none", { referrer: { name: "NAV" } }, ["referrer null"]],
])("%s", (_, content, expected) => {
  const outside = outsideBy([sent(content)]);
  expect(outside.map(({ kind, address }) => `${kind} ${address}`)).toEqual(expected);
});

test("both stay to be found, where no referral is known", () => {
  const nobody = ["gp null", "referrer null"];
  const cancelled = [sent({ referrer: GP }), told("referral-cancelled", {})];
  for (const facts of [[], cancelled]) {
    expect(outsideBy(facts).map(({ kind, address }) => `${kind} ${address}`)).toEqual(nobody);
  }
});
