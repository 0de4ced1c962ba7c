// Knows the shape of the texts and which languages there are; a text missing in one does not compile.
import type { Language } from "@rettvei/engine";
import { en } from "./en.ts";
import { nb } from "./nb.ts";
import { nn } from "./nn.ts";

export type Catalogue = typeof nb;

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { nb, nn, en };

export const LANGUAGE_CODES: readonly Language[] = ["nb", "nn", "en"];

export function isLanguage(text: string | null): text is Language {
  return LANGUAGE_CODES.some((code) => code === text);
}
