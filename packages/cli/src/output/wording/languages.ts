// Knows the words of each language.
import type { Language } from "@rettvei/engine";
import { en } from "./en.ts";
import { nb } from "./nb.ts";
import { nn } from "./nn.ts";
import type { Wording } from "./wording.ts";

export const WORDING: Readonly<Record<Language, Wording>> = { nb, nn, en };
