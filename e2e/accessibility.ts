// Knows what every page must keep: no accessibility violation, and no scrolling sideways.
import axe from "axe-core";
import type { Page } from "playwright-core";
import { atRest, drawn } from "./at-rest.ts";

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** What axe finds of the page as it comes to rest, as readable lines; empty if nothing. */
export async function violations(page: Page): Promise<readonly string[]> {
  await atRest(page);
  return violationsNow(page);
}

/** The same of the page as it is at this moment. Axe is given to a page once; no page has frames. */
export async function violationsNow(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // What else it looked at is not told: to write that down takes as long as to find what is wrong.
    const { violations: found } = await window.axe.run({ resultTypes: ["violations"] });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

/** Pixels by which the page, or a table on it, is wider than the window, once it is drawn for that window. */
export async function overflow(page: Page): Promise<number> {
  await drawn(page);
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const tables = [...document.querySelectorAll("table")];
    const right = tables.map((table) => Math.floor(table.getBoundingClientRect().right));
    return Math.max(scrollWidth, ...right) - clientWidth;
  });
}
