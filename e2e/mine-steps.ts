// Knows the steps of "Mitt forløp" that stories share, by role and name only.
import type { Locator, Page } from "playwright-core";
import type { Hands } from "./hands.ts";

export const menu = (page: Page, name: string): Locator =>
  page.getByRole("navigation", { name: "Sider" }).getByRole("link", { name, exact: true });

export const ofSomebody = (page: Page, name: string): Locator =>
  page.getByRole("heading", { level: 1, name: `Forløpet til ${name}` });

/** What somebody reads who may see nothing. */
export const nothingHere = (page: Page): Locator =>
  page.getByText("Det er ingenting her for deg akkurat nå.");

export const closeOnes = (page: Page): Locator =>
  page.getByRole("region", { name: "De som står deg nær" });

export interface CloseOne {
  /** As the person reads it out. */
  readonly code: string;
  readonly name: string;
  readonly until: string;
  /** When born; told of whoever gets a power of attorney in place of a consent. */
  readonly attorneyBorn?: string;
}

/** On the page of who may see. */
export async function letSee(page: Page, hands: Hands, who: CloseOne): Promise<void> {
  const close = closeOnes(page);
  const code = close.getByRole("textbox", { name: "Koden til personen" });
  await close.getByText("La noen få se").waitFor();
  if (!(await code.isVisible())) await hands.press(close.getByText("La noen få se"));
  if (who.attorneyBorn !== undefined) {
    await hands.take(close.getByRole("radio", { name: "Fullmakt, til dagen du velger" }));
    await hands.date(close.getByLabel("Når er personen født?"), who.attorneyBorn);
  }
  await hands.write(code, who.code);
  await hands.write(close.getByRole("textbox", { name: "Navnet til personen" }), who.name);
  await hands.date(close.getByLabel("Siste dag"), who.until);
  await hands.press(close.getByRole("button", { name: "Gi lov" }));
  await close.getByText(who.name).waitFor();
}

export async function letNoLongerSee(page: Page, hands: Hands): Promise<void> {
  await hands.press(closeOnes(page).getByRole("button", { name: "Avslutt" }));
  await closeOnes(page).getByText("Ingen får se noe på dine vegne.").waitFor();
}
