// Knows which language the reader chose, and hands its texts to every component.
import type { Language, Text } from "@rettvei/engine";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { CATALOGUES, type Catalogue, isLanguage } from "./catalogue.ts";
import { instantInOslo, longDate, shortDate } from "./dates.ts";

export interface Texts {
  readonly t: Catalogue;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The reader's language of a text that came from the service. */
  readonly pick: (text: Text) => string;
  readonly date: (date: string) => string;
  readonly dateNear: (date: string, near: string) => string;
  readonly instant: (instant: string) => string;
}

const KEY = "rettvei.language";
const TextsContext = createContext<Texts | undefined>(undefined);

function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (isLanguage(kept)) return kept;
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag !== "no");
  return wanted === "nn" ? "nn" : "nb";
}

export function TextsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEY, language);
  }, [language]);
  const texts = useMemo((): Texts => {
    const t = CATALOGUES[language];
    return {
      t,
      language,
      setLanguage,
      pick: (text) => text[language],
      date: (date) => longDate(date, t),
      dateNear: (date, near) => shortDate(date, near, t),
      instant: (instant) => instantInOslo(instant, t),
    };
  }, [language]);
  return <TextsContext.Provider value={texts}>{children}</TextsContext.Provider>;
}

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (texts === undefined) throw new Error("bug: no TextsProvider above this component");
  return texts;
}
