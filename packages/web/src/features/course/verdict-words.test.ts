// Proves the words of verdicts and the kinds of their dates.
import { describe, expect, it } from "vitest";
import type { SourceView } from "../../app/api/contract.ts";
import { CATALOGUES } from "../../i18n/catalogue.ts";
import { kindOfVerdict, limitWords, verdictLabel } from "./verdict-words.ts";

const { nb } = CATALOGUES;
const source: SourceView = {
  ref: "s",
  title: "s",
  url: null,
  publisher: null,
  section: null,
  evidence: "verified",
  lastChecked: null,
};

describe("the words of a verdict", () => {
  it("speak of a breach only where the date is statutory", () => {
    expect(verdictLabel("not-met", "statutory", false, nb)).toEqual({
      tone: "breach",
      words: "Fristbrudd",
    });
    expect(verdictLabel("not-met", "recommendation", false, nb)).toEqual({
      tone: "over",
      words: "Over anbefalt tid",
    });
  });

  it("tell too early from too late", () => {
    expect(verdictLabel("not-met", "recommendation", true, nb).words).toBe(
      "Tidligere enn anbefalt",
    );
  });

  it("give a lower limit together with the upper one", () => {
    const limit = { count: "calendar-days", limitDays: 7, atLeastDays: 3 } as const;
    expect(limitWords(limit, nb)).toBe("minst 3 dager, høyst 7 dager");
    expect(limitWords({ ...limit, atLeastDays: null, count: "working-days" }, nb)).toBe(
      "høyst 7 virkedager",
    );
    expect(limitWords({ ...limit, limitDays: null }, nb)).toBeUndefined();
  });
});

describe("the kind of a verdict's date", () => {
  const base = {
    standing: "statutory",
    limitDays: 10,
    limitCase: { careLevel: null, severity: null },
    limitSource: source,
    dueOn: "2026-03-03",
  } as const;

  it("is the patient's own deadline where a statutory date has no limit", () => {
    expect(kindOfVerdict(base)).toBe("statutory");
    expect(kindOfVerdict({ ...base, limitDays: null, limitCase: null, limitSource: null })).toBe(
      "legal-deadline",
    );
  });

  it("is local where a site supplied the limit, whatever the rule's standing", () => {
    const limitSource = { ...source, evidence: "local" } as const;
    expect(kindOfVerdict({ ...base, limitSource })).toBe("local");
  });
});
