// Knows how the criteria are told in the reader's language; one that a language lacks does not compile.
import type { Language } from "@rettvei/engine";
import { CRITERIA, type Criterion, type CriterionWords } from "./criteria.ts";
import { criteriaInEnglish } from "./criteria-en.ts";
import { criteriaInBokmal } from "./criteria-nb.ts";
import { criteriaInNynorsk } from "./criteria-nn.ts";

export type ToldCriterion = Omit<Criterion, "evidence"> & CriterionWords[Criterion["id"]];

const WORDS: Readonly<Record<Language, CriterionWords>> = {
  nb: criteriaInBokmal,
  nn: criteriaInNynorsk,
  en: criteriaInEnglish,
};

export function toldCriteria(language: Language): readonly ToldCriterion[] {
  return CRITERIA.map(({ evidence: _, ...criterion }) => ({
    ...criterion,
    ...WORDS[language][criterion.id],
  }));
}
