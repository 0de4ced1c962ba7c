// Proves what a filled-in form registers, and that a correction loses nothing.
import { describe, expect, it } from "vitest";
import type { RecordView } from "../../app/api/contract.ts";
import { correctionOf, draftOf, newDraft, registrationOf } from "./draft.ts";

const record: RecordView = {
  recordId: "r1",
  event: "referral-assessed",
  name: null,
  outcome: "right-granted",
  outcomeName: null,
  occurredOn: "2026-03-03",
  recordedAt: "2026-03-04T08:00:00.000Z",
  careLevel: null,
  severity: null,
  grantedFor: null,
  codeEvidence: null,
  unitId: "9900001",
  legalDeadline: "2026-06-01",
  condition: "psykose",
  state: "counts",
  corrects: null,
  voids: null,
  code: null,
};

describe("a registration being filled in", () => {
  it("is nothing until it has an event and a date that exists", () => {
    const draft = newDraft("2026-02-28");
    expect(registrationOf(draft)).toBeUndefined();
    expect(registrationOf({ ...draft, event: "evaluation", occurredOn: "" })).toBeUndefined();
    expect(registrationOf({ ...draft, event: "evaluation", occurredOn: "2026-02-29" })).toBe(
      undefined,
    );
  });

  it("is nothing while a year is being typed", () => {
    const draft = { ...newDraft("0202-03-14"), event: "evaluation" };
    expect(registrationOf(draft)).toBeUndefined();
    const assessed = { ...draft, occurredOn: "2026-03-14", legalDeadline: "0020-06-01" };
    expect(registrationOf(assessed)).toBeUndefined();
  });

  it("says only what was filled in", () => {
    expect(registrationOf({ ...newDraft("2026-02-28"), event: "evaluation" })).toEqual({
      event: "evaluation",
      occurredOn: "2026-02-28",
    });
  });

  it("drops a care level that is none", () => {
    const draft = { ...newDraft("2026-02-28"), event: "evaluation", careLevel: "hotell" };
    expect(registrationOf(draft)).not.toHaveProperty("careLevel");
    expect(registrationOf({ ...draft, careLevel: "dogn" })).toHaveProperty("careLevel", "dogn");
  });
});

describe("a correction", () => {
  it("says again all that the record said, for it counts with its own fields only", () => {
    const corrected = correctionOf(record, { ...draftOf(record), occurredOn: "2026-03-02" });
    expect(corrected).toEqual({
      event: "referral-assessed",
      occurredOn: "2026-03-02",
      outcome: "right-granted",
      unitId: "9900001",
      legalDeadline: "2026-06-01",
      condition: "psykose",
      corrects: "r1",
    });
  });
});
