// Notices tell that there is something, and nothing of what it is about: whoever sees the telephone learns no more.
import { readBundle } from "@rettvei/definitions";
import { TRUSTS, units } from "@rettvei/demo";
import { expect, test } from "vitest";
import { LANGUAGES, NOTICES } from "../message-content.ts";
import { NOTICE_TEXTS } from "./notice-texts.ts";

const ALL = NOTICES.flatMap((notice) =>
  LANGUAGES.map((language) => ({ notice, language, ...NOTICE_TEXTS[notice][language] })),
);

/** Beginnings of words that tell which kind of care it is, who gives it, or where in it somebody is. */
const FORBIDDEN = [
  "psyk",
  "psych",
  "mental",
  "rus",
  "addict",
  "avheng",
  "dps",
  "bup",
  "tsb",
  "spise",
  "eating",
  "avrus",
  "detox",
  "forløp",
  "pathway",
  "pakke",
  "behandl",
  "treat",
  "diagnos",
  "terap",
  "therap",
  "klinik",
  "clinic",
  "poliklin",
  "sykehus",
  "sjukehus",
  "hospital",
  "helse",
  "health",
  "henvis",
  "tilvis",
  "referral",
  "utred",
  "utgrei",
  "assess",
  "evaluer",
  "plan",
  "krise",
  "crisis",
  "epikrise",
  "lege",
  "doctor",
  "behandler",
  "koordinator",
  "coordinator",
  "avdeling",
  "unit",
  "kommune",
  "pasient",
  "patient",
];

test("every notice is there in every language, in words of its own", () => {
  for (const { subject, text } of ALL) {
    expect(subject.trim()).not.toBe("");
    expect(text.trim()).not.toBe("");
  }
  expect(ALL).toHaveLength(NOTICES.length * LANGUAGES.length);
});

test("no notice has a word of psychiatry, of a unit or of a step on the way", () => {
  const found = ALL.flatMap(({ notice, language, subject, text }) => {
    const words = `${subject} ${text}`.toLowerCase().match(/\p{L}+/gu) ?? [];
    return words
      .filter((word) => FORBIDDEN.some((start) => word.startsWith(start)))
      .map((word) => `${notice} ${language}: ${word}`);
  });
  expect(found).toEqual([]);
});

test("no notice has the name of a pathway, of a trust or of a unit, nor room for one", () => {
  const pathways = new Set(readBundle().editions.flatMap(({ pathway }) => pathway.split("-")));
  const named = [...TRUSTS, ...units()].map(({ name }) => name);
  const names = [...pathways, ...named].filter((name) => name.length > 3);
  expect(names.length).toBeGreaterThan(100);
  for (const { subject, text } of ALL) {
    const whole = `${subject} ${text}`.toLowerCase();
    expect(names.filter((name) => whole.includes(name.toLowerCase()))).toEqual([]);
    expect(whole).not.toMatch(/[{}$%<>]|\d/);
  }
});

test("the subjects of all notices in a language are the same: not even which of them it is can be seen", () => {
  for (const language of LANGUAGES) {
    const subjects = NOTICES.map((notice) => NOTICE_TEXTS[notice][language].subject);
    expect(new Set(subjects).size).toBe(1);
  }
});
