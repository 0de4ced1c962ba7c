// Proves the line that says why a course has its next date.
import type { Text } from "@rettvei/engine";
import { describe, expect, it } from "vitest";
import type { Why } from "../../app/api/contract.ts";
import { CATALOGUES } from "../../i18n/catalogue.ts";
import { shortDate } from "../../i18n/dates.ts";
import { type Names, type Wording, whySentence } from "./why-sentence.ts";

const t = CATALOGUES.nb;
const nb: Wording = {
  t,
  pick: (text) => text.nb,
  dateNear: (date, near) => shortDate(date, near, t),
};
const named = (name: string): Text => ({ nb: name, nn: name, en: name });
const counted = (count: Names["rules"][string]["count"]): Names["rules"][string] => ({
  title: named("Utredning"),
  standing: "recommendation",
  count,
});
const names: Names = {
  events: {
    "first-attendance": { name: named("Første fremmøte"), outcomes: {} },
    "referral-received": { name: named("Henvisning mottatt"), outcomes: {} },
  },
  rules: { "tsb.assessment": counted("calendar-days") },
};
const assessment: Why = {
  ruleId: "tsb.assessment",
  standing: "recommendation",
  fromEvent: "first-attendance",
  fromOn: "2026-03-03",
  limitDays: 42,
  evidence: "verified",
};

describe("why a date", () => {
  it("tells the limit, the event it counts from, and its date", () => {
    expect(whySentence(assessment, "2026-04-01", names, nb)).toBe(
      "42 dager fra første fremmøte 3.\u00a0mars",
    );
  });

  it("tells the year when it is another", () => {
    expect(whySentence(assessment, "2027-01-01", names, nb)).toContain("3.\u00a0mars 2026");
  });

  it("says working days where working days are counted", () => {
    const why: Why = { ...assessment, fromEvent: "referral-received", limitDays: 10 };
    const told: Names = { ...names, rules: { "tsb.assessment": counted("working-days") } };
    expect(whySentence(why, "2026-04-01", told, nb)).toBe(
      "10 virkedager fra henvisning mottatt 3.\u00a0mars",
    );
  });

  it("guesses no kind of day when nobody told how they are counted", () => {
    const told: Names = { ...names, rules: { "tsb.assessment": counted(null) } };
    const sentence = whySentence(assessment, "2026-04-01", told, nb);
    expect(sentence).toBe("Utredning, fra første fremmøte 3.\u00a0mars");
  });

  it("tells who set a date that no rule counts, and shows an id where there is no name", () => {
    const deadline: Why = { ...assessment, fromEvent: "referral-assessed", limitDays: null };
    expect(whySentence(deadline, "2026-04-01", undefined, nb)).toBe(
      "Frist satt ved referral-assessed 3.\u00a0mars",
    );
    expect(whySentence(null, "2026-04-01", names, nb)).toBe("Dato fra planen");
  });
});
