// Counts what it takes to register each kind of event from the work list, with the mouse and by keyboard alone.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atRest } from "./at-rest.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { patient } from "./steps.ts";

const MOST_ACTIONS = 3;
/** Some twenty kinds are registered and undone in one story. */
const LONG_MS = 400_000;
const SUBJECT = "e2e-five-left";

interface Effort {
  readonly event: string;
  readonly actions: number;
  readonly keys: number;
}

/** What is done is counted; what is waited for is not. */
class Hand {
  actions = 0;
  keys = 0;

  async does(action: () => Promise<void>): Promise<void> {
    this.actions += 1;
    await action();
  }

  async presses(page: Page, ...keys: readonly string[]): Promise<void> {
    // Of keys held together each is one.
    this.keys += keys.flatMap((key) => (key === "+" ? [key] : key.split("+"))).length;
    for (const key of keys) await page.keyboard.press(key);
  }
}

function dialogOf(page: Page): Locator {
  return page.getByRole("dialog", { name: `Registrer for ${patient(SUBJECT)}` });
}

function eventsOf(dialog: Locator): Locator {
  return dialog.getByRole("combobox", { name: "Hendelse" });
}

/** Before anything is saved it is shown what would change. */
async function seesWhatChanges(dialog: Locator): Promise<void> {
  const changes = dialog.getByText("Dette endres").or(dialog.getByText("Ingen datoer endres."));
  await changes.first().waitFor();
}

/** Takes it back, so that each kind begins with the same course. */
async function undoes(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Angre" }).click();
  await dialog.getByText("Registreringen er annullert.").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
}

function rowButton(page: Page): Locator {
  return page.getByRole("button", { name: `Registrer for ${patient(SUBJECT)}` });
}

async function byMouse(page: Page, label: string): Promise<Effort> {
  const hand = new Hand();
  const dialog = dialogOf(page);
  await hand.does(() => rowButton(page).click());
  const events = eventsOf(dialog);
  const standing = await events.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.label);
  if (standing !== label)
    await hand.does(async () => {
      await events.selectOption({ label });
    });
  await seesWhatChanges(dialog);
  await hand.does(() => dialog.getByRole("button", { name: "Registrer", exact: true }).click());
  await dialog.getByText(/^Lagret:/).waitFor();
  await undoes(page, dialog);
  return { event: label, actions: hand.actions, keys: 0 };
}

/** Letters that any keyboard has. */
const TYPED = /^[\x20-\x7e]*$/;

/** Fewest keys to an option: its first letters lead to the next option that begins so, arrows from there. */
function keysTo(labels: readonly string[], standing: number, target: number): readonly string[] {
  const label = labels[target] ?? "";
  const ahead = (at: number): number => (at - standing + labels.length) % labels.length;
  const ways = Array.from({ length: label.length + 1 }, (_, length) => {
    const prefix = label.slice(0, length);
    const hits = labels.flatMap((one, at) => (one.startsWith(prefix) ? [at] : []));
    const landed = length === 0 ? standing : hits.toSorted((a, b) => ahead(a) - ahead(b))[0];
    const arrows = target - (landed ?? standing);
    const arrow = arrows < 0 ? "ArrowUp" : "ArrowDown";
    return { prefix, keys: [...prefix, ...Array<string>(Math.abs(arrows)).fill(arrow)] };
  });
  const [fewest] = ways
    .filter(({ prefix }) => TYPED.test(prefix))
    .toSorted((a, b) => a.keys.length - b.keys.length);
  return fewest?.keys ?? [];
}

async function byKeyboard(page: Page, label: string): Promise<Effort> {
  const hand = new Hand();
  const dialog = dialogOf(page);
  // Until the list is there as it is now: a row that moves loses its focus.
  await atRest(page);
  await page.getByRole("link", { name: patient(SUBJECT) }).focus();
  await hand.does(() => hand.presses(page, "r"));
  const events = eventsOf(dialog);
  await events.waitFor();
  await atRest(page);
  const { labels, standing } = await events.evaluate((one: HTMLSelectElement) => ({
    labels: [...one.options].map((option) => option.label),
    standing: one.selectedIndex,
  }));
  const keys = keysTo(labels, standing, labels.indexOf(label));
  if (keys.length > 0) await hand.does(() => hand.presses(page, ...keys));
  const reached = await events.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.label);
  expect(reached).toBe(label);
  await seesWhatChanges(dialog);
  await hand.does(() => hand.presses(page, "Control+Enter"));
  await dialog.getByText(/^Lagret:/).waitFor();
  await undoes(page, dialog);
  return { event: label, actions: hand.actions, keys: hand.keys };
}

/** One choice of each kind of event: the first of its outcomes. */
async function kinds(page: Page): Promise<readonly string[]> {
  await rowButton(page).click();
  const options = await eventsOf(dialogOf(page)).evaluate((one: HTMLSelectElement) =>
    [...one.options].filter(({ value }) => value !== "").map(({ label }) => label),
  );
  await page.keyboard.press("Escape");
  const first = new Map<string, string>();
  for (const label of options) {
    const event = label.split(/: | \(/)[0] ?? label;
    if (!first.has(event)) first.set(event, label);
  }
  return [...first.values()];
}

function table(title: string, efforts: readonly Effort[]): string {
  const lines = efforts.map(
    ({ event, actions, keys }) =>
      `${event.padEnd(64)} ${String(actions).padStart(7)} ${keys === 0 ? "" : String(keys).padStart(5)}`,
  );
  return [title, `${"event".padEnd(64)} actions  keys`, ...lines].join("\n");
}

describe.skipIf(noChromium)(`registering from the work list${skipNote}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(40);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it.each([
    ["with the mouse", byMouse],
    ["by keyboard alone", byKeyboard],
  ] as const)(
    "takes at most three actions for each kind of event, %s",
    async (way, registers) => {
      const { page, context, troubles } = await stage.open();
      await page.goto(`/units/${stage.made.unitId}`);
      const efforts: Effort[] = [];
      for (const label of await kinds(page)) efforts.push(await registers(page, label));
      console.log(table(`REGISTERING ${way}`, efforts));
      expect(efforts.length).toBeGreaterThan(8);
      expect(efforts.filter(({ actions }) => actions > MOST_ACTIONS)).toEqual([]);
      expect(troubles).toEqual([]);
      await context.close();
    },
    LONG_MS,
  );

  it("registers several events at once, which are undone at once", async () => {
    const { page, context, troubles } = await stage.open();
    await page.goto(`/units/${stage.made.unitId}`);
    await rowButton(page).click();
    const dialog = dialogOf(page);
    const events = eventsOf(dialog);
    await events.selectOption({ index: 1 });
    await dialog.getByRole("button", { name: "Legg til en hendelse" }).click();
    await events.nth(1).selectOption({ index: 2 });
    await seesWhatChanges(dialog);
    await dialog.getByRole("button", { name: "Registrer", exact: true }).click();
    const saved = dialog.getByText(/^Lagret:.*Lagret:/);
    await saved.waitFor();
    await undoes(page, dialog);
    expect(troubles).toEqual([]);
    await context.close();
  });
});
