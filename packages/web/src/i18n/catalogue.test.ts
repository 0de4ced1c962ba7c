// Proves that every language has every text, and that a recommended time is never called a deadline.
import { describe, expect, it } from "vitest";
import { CATALOGUES, type Catalogue, isLanguage, LANGUAGE_CODES } from "./catalogue.ts";

const EVENT = "EVENT";

/** Everything that a reader may be told of a recommended time. */
function wordsOnRecommendations(t: Catalogue): readonly string[] {
  return [
    t.kinds.recommendation,
    t.verdict.inside.recommendation,
    t.verdict.outside.recommendation,
    t.verdict.tooEarly,
    t.left.overRecommended(3),
    t.left.left(3),
    t.why.interval(t.days(42), EVENT, "2026-03-03"),
    t.trace.sum(EVENT, "2026-03-03", t.days(42), "2026-04-14"),
    t.trace.calendar(EVENT),
  ];
}

function leaves(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

describe.each(LANGUAGE_CODES)("texts in %s", (language) => {
  const t = CATALOGUES[language];

  it("never call a recommended time a deadline, nor say that it is breached", () => {
    expect(wordsOnRecommendations(t).join("\n")).not.toMatch(/frist|brudd|brot|deadline|breach/i);
  });

  it("say of a statutory date that it is a deadline, and that it is breached when it is", () => {
    expect(t.kinds.statutory).toMatch(/frist|deadline/i);
    expect(t.left.breached(2)).toMatch(/fristbrudd|fristbrot|breached/i);
  });

  it("are all there, and none is empty", () => {
    const empty = leaves(t, language).filter(([, text]) => text === "" || text === undefined);
    expect(empty).toEqual([]);
  });

  it("count one day as one", () => {
    expect(t.days(1)).not.toBe(t.days(2).replace("2", "1"));
    expect(t.workingDays(1)).not.toBe(t.workingDays(2).replace("2", "1"));
  });
});

const screens = import.meta.glob<Record<string, unknown>>("../features/**/texts.ts", {
  eager: true,
});

describe.each(Object.entries(screens))("the screen of %s", (_path, exported) => {
  it("has every text in every language, and none is empty", () => {
    for (const texts of Object.values(exported)) {
      expect(Object.keys(texts as object).sort()).toEqual([...LANGUAGE_CODES].sort());
      const empty = leaves(texts, "").filter(([, text]) => text === "" || text === undefined);
      expect(empty).toEqual([]);
      const paths = LANGUAGE_CODES.map((code) =>
        leaves((texts as Record<string, unknown>)[code], "").map(([path]) => path),
      );
      expect(paths[1]).toEqual(paths[0]);
      expect(paths[2]).toEqual(paths[0]);
    }
  });
});

describe("languages", () => {
  it("are known by their codes only", () => {
    expect(["nb", "nn", "en", "sv", "", null].filter(isLanguage)).toEqual(["nb", "nn", "en"]);
  });
});
