// Knows what a window of "Mitt forløp" is called: by its page, and never by a person.
import type { PageData } from "./page-data.ts";
import { mineWords } from "./shell/texts.ts";

export function titleOf({ page, language }: PageData): string {
  const t = mineWords[language];
  return `${t.pages[page]} – ${t.product}`;
}
