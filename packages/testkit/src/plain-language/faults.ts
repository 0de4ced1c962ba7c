// Knows how what is wrong with texts is told: where, what, and the text itself.
import type { Language } from "@rettvei/engine";
import { wordsOf } from "./measures.ts";

export interface Passage {
  readonly where: string;
  readonly language: Language;
  readonly text: string;
}

/** Where the passages that fail are, with what is wrong there; empty if all is well. */
export function faults(
  passages: readonly Passage[],
  fault: (text: string) => string | undefined,
): readonly string[] {
  return passages.flatMap(({ where, text }) => {
    const wrong = fault(text);
    return wrong === undefined ? [] : [`${where}: ${wrong}: ${text}`];
  });
}

export function found(text: string, isWrong: (word: string) => boolean): string | undefined {
  const wrong = wordsOf(text).filter((word) => isWrong(word));
  return wrong.length > 0 ? wrong.join(", ") : undefined;
}
