// Tests that what "Mitt forløp" says is plain: short sentences, small words, the right written form of Norwegian.
import { LANGUAGES } from "@rettvei/engine";
import {
  bokmalIn,
  faults,
  jargonIn,
  lix,
  norwegianIn,
  nynorskIn,
  type Passage,
  wordsOf,
  wordsPerSentence,
} from "@rettvei/testkit";
import { describe, expect, test } from "vitest";
import { accessibilityTexts } from "../accessibility/texts.ts";
import { toldCriteria } from "../accessibility/told-criteria.ts";
import { afterTexts } from "./after/texts.ts";
import { closeTexts } from "./close/texts.ts";
import { documentTexts } from "./documents/texts.ts";
import { insightTexts } from "./insight/texts.ts";
import { overviewTexts } from "./overview/texts.ts";
import { planTexts } from "./plan/texts.ts";
import { sharingTexts } from "./sharing/texts.ts";
import { mineWords } from "./shell/texts.ts";
import { voiceTexts } from "./voice/texts.ts";

const PAGES = {
  accessibility: accessibilityTexts,
  // Their names are the standard's: only how they are met here is ours to write plainly.
  criteria: {
    nb: toldCriteria("nb").map(({ how }) => how),
    nn: toldCriteria("nn").map(({ name, how }) => [name, how]),
    en: toldCriteria("en").map(({ how }) => how),
  },
  after: afterTexts,
  close: closeTexts,
  documents: documentTexts,
  insight: insightTexts,
  overview: overviewTexts,
  plan: planTexts,
  sharing: sharingTexts,
  shell: mineWords,
  voice: voiceTexts,
};

/** Dates, names and numbers stand in the sentences: one short word for each. */
const GIVEN = ["3", "3", "3"] as const;
/** Of a label or a heading no measure of sentences says anything. */
const FEWEST_WORDS = 10;
const LANGUAGE_NAMES = /^(Bokmål|Nynorsk)$/;

function textsIn(node: unknown): readonly string[] {
  if (typeof node === "string") return LANGUAGE_NAMES.test(node) ? [] : [node];
  if (typeof node === "function") return [String(node(...GIVEN))];
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(textsIn) : [];
}

const passages: readonly Passage[] = Object.entries(PAGES).flatMap(([page, texts]) =>
  LANGUAGES.flatMap((language) =>
    textsIn(texts[language]).map((text) => ({ where: `${page} ${language}`, language, text })),
  ),
);
const long = passages.filter(({ text }) => wordsOf(text).length >= FEWEST_WORDS);
const norwegian = (one: Passage): boolean => one.language !== "en";

test("there are texts to look at, in every language", () => {
  for (const language of LANGUAGES) {
    const own = (one: Passage): boolean => one.language === language;
    expect(passages.filter(own).length).toBeGreaterThan(200);
    expect(long.filter(own).length).toBeGreaterThan(40);
  }
});

describe("what patients and those close to them read", () => {
  test("has at most 15 words a sentence", () => {
    expect(
      faults(long, (text) => {
        const mean = wordsPerSentence(text);
        return mean > 15 ? `${mean.toFixed(1)} words a sentence` : undefined;
      }),
    ).toEqual([]);
  });

  test("has in Norwegian a LIX of at most 40", () => {
    expect(
      faults(long.filter(norwegian), (text) =>
        lix(text) > 40 ? `LIX ${lix(text).toFixed(0)}` : undefined,
      ),
    ).toEqual([]);
  });

  test("has in Norwegian no word of the trade", () => {
    expect(faults(passages.filter(norwegian), jargonIn)).toEqual([]);
  });

  test.each([
    ["nn", bokmalIn],
    ["nb", nynorskIn],
    ["en", norwegianIn],
  ] as const)("has in %s no word of another language", (language, look) => {
    expect(
      faults(
        passages.filter((one) => one.language === language),
        look,
      ),
    ).toEqual([]);
  });

  test("calls only the date that the law gives a patient a deadline", () => {
    const deadlines = passages.filter(({ text }) => /frist|deadline/iu.test(text));
    expect(faults(deadlines, (text) => /anbefal|tilråd|recommend/iu.exec(text)?.[0])).toEqual([]);
    const named = new Set(deadlines.map(({ where }) => where.split(" ")[0]));
    expect([...named]).toEqual(["overview"]);
  });
});
