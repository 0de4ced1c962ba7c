// Tests that what patients read is plain: short sentences, small words, the right written form of Norwegian.
import { LANGUAGES, type PatientText } from "@rettvei/engine";
import {
  bokmalIn,
  faults,
  found,
  jargonIn,
  lix,
  norwegianIn,
  nynorskIn,
  type Passage,
  sentencesOf,
  wordsPerSentence,
} from "@rettvei/testkit";
import { expect, test } from "vitest";
import { PATHWAYS_FOLDER } from "./bundle-file.ts";
import { loadDefinitionFolder } from "./definition-folder.ts";

const bundle = loadDefinitionFolder(PATHWAYS_FOLDER);

const FIELDS = ["what", "when", "who", "voice"] as const;

function passagesOf(where: string, patientText: PatientText | undefined): readonly Passage[] {
  if (patientText === undefined) return [];
  return FIELDS.flatMap((field) =>
    LANGUAGES.map((language) => ({
      where: `${where} ${field} ${language}`,
      language,
      text: patientText[field][language],
    })),
  );
}

/** A passage that several editions share is looked at once. */
function once(passages: readonly Passage[]): readonly Passage[] {
  return [...new Map(passages.map((one) => [`${one.language} ${one.text}`, one])).values()];
}

const patientPassages = once([
  ...bundle.editions.flatMap((edition) =>
    [...edition.phases, ...edition.events].flatMap(({ id, patientText }) =>
      passagesOf(`${edition.pathway}/${edition.edition} ${id}`, patientText),
    ),
  ),
  ...bundle.questions.flatMap(({ id, text }) =>
    LANGUAGES.map((language) => ({ where: `${id} ${language}`, language, text: text[language] })),
  ),
]);

const checklistPassages = once(
  bundle.editions.flatMap((edition) =>
    edition.checklists.flatMap((list) =>
      [{ id: list.id, text: list.title }, ...list.items].flatMap(({ id, text }) =>
        LANGUAGES.map((language) => ({
          where: `${edition.pathway}/${edition.edition} ${list.id} ${id} ${language}`,
          language,
          text: text[language],
        })),
      ),
    ),
  ),
);

test("there are texts to look at, in every language", () => {
  for (const language of LANGUAGES) {
    const own = (one: Passage): boolean => one.language === language;
    expect(patientPassages.filter(own).length).toBeGreaterThan(250);
    expect(checklistPassages.filter(own).length).toBeGreaterThan(150);
  }
});

test("the measures know short from long and easy from hard", () => {
  expect(wordsPerSentence("Du kan be om tolk. Si det nå.")).toBe(4);
  expect(lix("Du kan be om tolk. Si det nå.")).toBe(4);
  expect(lix("Utredningen gjennomføres tverrfaglig.")).toBe(103);
});

test("a patient's text has at most 15 words a sentence", () => {
  expect(
    faults(patientPassages, (text) => {
      const mean = wordsPerSentence(text);
      return mean > 15 ? `${mean.toFixed(1)} words a sentence` : undefined;
    }),
  ).toEqual([]);
});

test("a patient's text in Norwegian has a LIX of at most 40", () => {
  const norwegian = patientPassages.filter(({ language }) => language !== "en");
  expect(
    faults(norwegian, (text) => (lix(text) > 40 ? `LIX ${lix(text).toFixed(0)}` : undefined)),
  ).toEqual([]);
});

const KNOWN_ABBREVIATIONS = new Set(["OCD", "ADHD", "GP"]);
const DAY_COUNT =
  /(\d+[ -]*|(?<!\p{L})(to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|tolv|fjorten|two|three|four|five|six|seven|eight|ten|twelve|fourteen)[ -]+)(virke|kalender|arbeids)?(dag|døgn|uke|veke|måned|månad|working day|day|week|month)/iu;

function abbreviationIn(text: string): string | undefined {
  return found(
    text,
    (word) => /^\p{Lu}{2,}/u.test(word) && !KNOWN_ABBREVIATIONS.has(word.replace(/-.*$/u, "")),
  );
}

function dayCountIn(text: string): string | undefined {
  return DAY_COUNT.exec(text)?.[0];
}

/** A deadline is the legal one, told in a letter; a recommended time is never called so. */
function wrongDeadlineIn(text: string): string | undefined {
  const deadlines = sentencesOf(text).filter((one) => /frist|deadline/iu.test(one));
  if (deadlines.length === 0) return undefined;
  if (!/brev|letter/iu.test(text)) return "no letter";
  return deadlines.find((one) => /anbefal|tilråd|recommend/iu.test(one));
}

test.each([
  [jargonIn, "Nå kodes samtalen.", "kodes"],
  [jargonIn, "Samtalen og planen.", undefined],
  [abbreviationIn, "Du får hjelp på DPS.", "DPS"],
  [abbreviationIn, "Du møter OCD-teamet.", undefined],
  [dayCountIn, "Du får svar innen 10 virkedager.", "10 virkedag"],
  [dayCountIn, "Det tar seks uker.", "seks uke"],
  [dayCountIn, "You have used today. Ring 113.", undefined],
  [wrongDeadlineIn, "Det er en anbefalt frist i brevet.", "Det er en anbefalt frist i brevet"],
  [wrongDeadlineIn, "Fristen er kort.", "no letter"],
  [wrongDeadlineIn, "Brevet sier datoen. Det er fristen din.", undefined],
  [bokmalIn, "Du kan ikkje vite hva som er mulig.", "hva, mulig"],
  [bokmalIn, "Hjelpa er frivillig, og du kan seie nei.", undefined],
  [nynorskIn, "Du kan ikke vite kva som er mogleg.", "kva, mogleg"],
  [nynorskIn, "Fastlegen er her for deg.", undefined],
  [norwegianIn, "You can spørre.", "spørre"],
])("%o sees in %j: %j", (look, text, seen) => {
  expect(look(text)).toBe(seen);
});

test("a patient's text has no word of the trade", () => {
  expect(faults(patientPassages, jargonIn)).toEqual([]);
});

test("a patient's text has no abbreviation but the usual ones", () => {
  expect(faults(patientPassages, abbreviationIn)).toEqual([]);
});

test("a patient's text promises no number of days", () => {
  expect(faults(patientPassages, dayCountIn)).toEqual([]);
});

test("only the date in the letter is called a deadline", () => {
  expect(faults(patientPassages, wrongDeadlineIn)).toEqual([]);
});

test.each([
  ["nn", bokmalIn],
  ["nb", nynorskIn],
  ["en", norwegianIn],
] as const)("texts in %s have no word of another language", (language, look) => {
  const own = [...patientPassages, ...checklistPassages].filter((one) => one.language === language);
  expect(faults(own, look)).toEqual([]);
});
