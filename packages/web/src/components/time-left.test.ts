// Proves what is said of the days to a date, and that only a statutory one is breached.
import { describe, expect, it } from "vitest";
import { CATALOGUES } from "../i18n/catalogue.ts";
import { timeLeft } from "./time-left.ts";

const { nb } = CATALOGUES;

describe("the time left to a date", () => {
  it("is today on the date itself", () => {
    expect(timeLeft(0, "recommendation", nb)).toEqual({ tone: "soon", words: "I dag" });
  });

  it("is soon within a week, calm before", () => {
    expect(timeLeft(1, "recommendation", nb)).toEqual({ tone: "soon", words: "1 dag igjen" });
    expect(timeLeft(7, "statutory", nb).tone).toBe("soon");
    expect(timeLeft(8, "statutory", nb)).toEqual({ tone: "calm", words: "8 dager igjen" });
  });

  it("is a breach only where the date is statutory", () => {
    const kinds = [
      "legal-deadline",
      "statutory",
      "recommendation",
      "target",
      "planned",
      "local",
    ] as const;
    const breached = kinds.filter((kind) => timeLeft(-3, kind, nb).tone === "breach");
    expect(breached).toEqual(["legal-deadline", "statutory"]);
    expect(timeLeft(-3, "legal-deadline", nb).words).toBe("Fristbrudd, 3 dager");
    expect(timeLeft(-1, "recommendation", nb).words).toBe("1 dag over anbefalt tid");
    expect(timeLeft(-3, "planned", nb).words).toBe("3 dager siden avtalt dato");
  });
});
