// Knows the steps that the stories are made of, by role and name only.
import type { Locator, Page } from "playwright-core";

const inWords = new Intl.DateTimeFormat("nb-NO", { dateStyle: "long", timeZone: "UTC" });
export const words = (date: string): string => inWords.format(new Date(`${date}T00:00:00Z`));
export const patient = (id: string): string => `Pasient ${id}`;

export async function chooseUnit(page: Page, name: string): Promise<void> {
  await page.goto("/units");
  await page.getByRole("searchbox", { name: /Søk etter enhet/ }).fill(name);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

export async function openCourse(page: Page, unit: string, id: string): Promise<void> {
  await chooseUnit(page, unit);
  await page.getByRole("link", { name: patient(id) }).click();
  await page.getByRole("heading", { level: 1, name: patient(id) }).waitFor();
}

export async function fillEvent(page: Page, event: string, outcome?: string): Promise<void> {
  const line = page.getByRole("region", { name: "Registrer hendelse" });
  const label = outcome === undefined ? event : `${event}: ${outcome}`;
  await line.getByRole("combobox", { name: "Hendelse" }).selectOption({ label });
}

export async function register(page: Page, event: string, outcome: string): Promise<void> {
  await fillEvent(page, event, outcome);
  await page.getByRole("button", { name: "Registrer", exact: true }).click();
  await page.getByText(/^Lagret:/).waitFor();
}

/** Text as it is read: any run of spaces is one. */
export async function textOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, " ");
}
