// Knows how a screen keeps its own texts: the three languages beside each other, and a text missing in one does not compile.
import type { Language } from "@rettvei/engine";
import { useTexts } from "./texts-context.tsx";

export type ScreenTexts<T> = Readonly<Record<Language, T>>;

/** What a text is, in whatever words: a sentence, or what makes one. */
type Shape<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof T]: Shape<T[K]> };

/** Texts of one screen. The bokmål ones say which there are. */
export function screenTexts<T>(texts: {
  readonly nb: T;
  readonly nn: Shape<NoInfer<T>>;
  readonly en: Shape<NoInfer<T>>;
}): ScreenTexts<Shape<T>> {
  return texts as ScreenTexts<Shape<T>>;
}

export function useScreenTexts<T>(texts: ScreenTexts<T>): T {
  return texts[useTexts().language];
}
