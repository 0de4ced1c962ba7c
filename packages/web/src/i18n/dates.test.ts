// Proves how dates and names are written for people.
import { describe, expect, it } from "vitest";
import { CATALOGUES } from "./catalogue.ts";
import { inSentence, instantInOslo, longDate, shortDate } from "./dates.ts";

const { nb, en } = CATALOGUES;

describe("dates in words", () => {
  it("writes day, month and year as each language does", () => {
    expect(longDate("2026-03-03", nb)).toBe("3.\u00a0mars 2026");
    expect(longDate("2026-03-03", en)).toBe("3\u00a0March 2026");
  });

  it("leaves the year out only when it is the year of the other date", () => {
    expect(shortDate("2026-12-31", "2026-01-01", nb)).toBe("31.\u00a0desember");
    expect(shortDate("2025-12-31", "2026-01-01", nb)).toBe("31.\u00a0desember 2025");
  });

  it("shows an instant by the Norwegian clock, on the Norwegian date", () => {
    expect(instantInOslo("2026-11-21T23:08:00.000Z", nb)).toBe("22.\u00a0november 2026 kl. 00:08");
    expect(instantInOslo("2026-07-01T22:30:00.000Z", nb)).toBe("2.\u00a0juli 2026 kl. 00:30");
  });

  it("refuses text that is no date", () => {
    expect(() => longDate("2026-13-01", nb)).toThrow(RangeError);
  });
});

describe("a name inside a sentence", () => {
  it("begins with a small letter unless it is an abbreviation", () => {
    expect(inSentence("Første fremmøte")).toBe("første fremmøte");
    expect(inSentence("Øyeblikkelig hjelp")).toBe("øyeblikkelig hjelp");
    expect(inSentence("OCD-team")).toBe("OCD-team");
  });
});
