// Knows the two ways a page is used: by mouse, and by keyboard alone. A story told with hands runs in both.
import type { Locator, Page } from "playwright-core";
import { atRest } from "./at-rest.ts";
import { tabTo } from "./keyboard.ts";

export interface Hands {
  /** Presses a button or follows a link. */
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** Chooses from a list by the words of the option. */
  readonly choose: (list: Locator, label: string) => Promise<void>;
  /** Takes one of several choices, or ticks a box. */
  readonly take: (choice: Locator) => Promise<void>;
  /** Fills in a date, `YYYY-MM-DD`. */
  readonly date: (field: Locator, date: string) => Promise<void>;
}

export const WAYS = ["mouse", "keyboard"] as const;
export type Way = (typeof WAYS)[number];

/** More options than any list of the product has. */
const LONGEST_LIST = 1_000;

function byMouse(): Hands {
  return {
    press: (target) => target.click(),
    write: (field, text) => field.fill(text),
    choose: async (list, label) => {
      await list.getByRole("option", { name: label, exact: true }).waitFor({ state: "attached" });
      await list.selectOption({ label });
    },
    take: (choice) => choice.check(),
    date: (field, date) => field.fill(date),
  };
}

/** The focus of a page that has come to rest stays where it is put. */
async function comeTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  await atRest(page);
  await tabTo(page, target);
}

const chosen = (list: Locator): Promise<string> =>
  list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label ?? "");

async function chooseByArrows(page: Page, list: Locator, label: string): Promise<void> {
  await list.getByRole("option", { name: label, exact: true }).waitFor({ state: "attached" });
  await comeTo(page, list);
  await page.keyboard.press("Home");
  for (let pressed = 0; pressed < LONGEST_LIST; pressed++) {
    if ((await chosen(list)) === label) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${LONGEST_LIST} presses of the arrow did not reach ${label}`);
}

/** Of several choices the tabulator reaches one; the arrows go on to the others. */
async function takeByKeys(page: Page, choice: Locator): Promise<void> {
  await choice.waitFor();
  await atRest(page);
  const name = await choice.getAttribute("name");
  if ((await choice.getAttribute("type")) !== "radio" || name === null) {
    await comeTo(page, choice);
    if (!(await choice.isChecked())) await page.keyboard.press("Space");
    return;
  }
  const isHere = () =>
    page.evaluate((wanted) => document.activeElement?.getAttribute("name") === wanted, name);
  for (let pressed = 0; pressed < LONGEST_LIST && !(await isHere()); pressed++) {
    await page.keyboard.press("Tab");
  }
  for (let pressed = 0; pressed < LONGEST_LIST; pressed++) {
    if (await choice.isChecked()) return;
    const here = await choice.evaluate((element) => element === document.activeElement);
    await page.keyboard.press(here ? "Space" : "ArrowDown");
  }
  throw new Error(`${LONGEST_LIST} presses of the arrow did not reach ${choice}`);
}

function byKeyboard(page: Page): Hands {
  return {
    press: async (target) => {
      await comeTo(page, target);
      await page.keyboard.press("Enter");
    },
    write: async (field, text) => {
      await comeTo(page, field);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.insertText(text);
    },
    choose: (list, label) => chooseByArrows(page, list, label),
    take: (choice) => takeByKeys(page, choice),
    date: async (field, date) => {
      await comeTo(page, field);
      const [year = "", month = "", day = ""] = date.split("-");
      await page.keyboard.type(`${day}${month}${year}`);
    },
  };
}

export function handsOf(page: Page, way: Way): Hands {
  return way === "mouse" ? byMouse() : byKeyboard(page);
}
