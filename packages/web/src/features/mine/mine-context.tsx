// Knows what every part of "Mitt forløp" has at hand: the data, the reader's language and age, and how to write.
import type { Language, Text } from "@rettvei/engine";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { longDate } from "../../i18n/dates.ts";
import type { ScreenTexts } from "../../i18n/screen-texts.ts";
import type { MyPathway, PageData } from "./page-data.ts";
import { mineWords } from "./shell/texts.ts";

export interface Mine {
  readonly data: PageData;
  /** Loads the page's data again. */
  readonly refresh: () => Promise<void>;
  /** False until the page's script has run: what needs it is not shown before. */
  readonly alive: boolean;
}

const MineContext = createContext<Mine | undefined>(undefined);

export function MineProvider({
  data,
  refresh,
  children,
}: Omit<Mine, "alive"> & { readonly children: ReactNode }) {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return <MineContext.Provider value={{ data, refresh, alive }}>{children}</MineContext.Provider>;
}

export function useMine(): Mine {
  const mine = useContext(MineContext);
  if (mine === undefined) throw new Error("bug: no MineProvider above this component");
  return mine;
}

/** The course of a page that is shown only where there is one. */
export function usePathway(): MyPathway {
  const { mine } = useMine().data;
  if (mine === undefined) throw new Error("bug: a page of a course without one");
  return mine;
}

export interface Words {
  readonly language: Language;
  readonly pick: (text: Text) => string;
  readonly date: (date: string) => string;
}

export function useWords(): Words {
  const { language } = useMine().data;
  return {
    language,
    pick: (text) => text[language],
    date: (date) => longDate(date, mineWords[language]),
  };
}

export function useMineTexts<T>(texts: ScreenTexts<T>): T {
  return texts[useMine().data.language];
}

/** What is said one way to grown-ups, and another to those under 16. */
export interface ByAge<T> {
  readonly adult: T;
  readonly young: T;
}

export function useAge(): keyof ByAge<unknown> {
  const { mine } = useMine().data;
  return mine === undefined || mine.ageGroup === "adult" || mine.relation !== "own"
    ? "adult"
    : "young";
}

/** What is said one way to the patient, and another to those who read for somebody else. */
export interface ByReader<T> {
  readonly own: T;
  readonly other: T;
}

export function useReader(): keyof ByReader<unknown> {
  const { mine } = useMine().data;
  return mine === undefined || mine.relation === "own" ? "own" : "other";
}
