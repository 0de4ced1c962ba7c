// Knows how a page is used by keyboard alone.
import type { Locator, Page } from "playwright-core";

const PATIENCE = 400;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Waits until the target has focus. */
export async function untilFocused(page: Page, target: Locator): Promise<void> {
  await target.and(page.locator(":focus")).waitFor();
}

/** Presses Tab until the target has focus. Throws if it never gets it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < PATIENCE; pressed++) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${PATIENCE} presses of Tab did not reach ${target}`);
}

/** Tells whether the focused element shows that it has focus. */
export function focusShows(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
    return outlined || boxShadow !== "none";
  });
}
