// Knows the spacing of text that WCAG 1.4.12 lets a reader ask for, and finds what is cut off by it.
import type { Page } from "playwright-core";
import { drawn } from "../at-rest.ts";

const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

/** Texts that are cut off once the reader's spacing is set. */
export async function cutOffBySpacing(page: Page): Promise<readonly string[]> {
  // Set as a reader's own style sheet is: the page's content policy says nothing of it.
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, SPACING);
  await drawn(page);
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => {
        const { overflowX, overflowY, clipPath, position } = getComputedStyle(element);
        const hides = [overflowX, overflowY].some((way) => way === "hidden" || way === "clip");
        const unseen = clipPath !== "none" && position === "absolute";
        const text = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
        );
        const cut =
          element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1;
        return hides && !unseen && text && cut && element.clientWidth > 1;
      })
      .map((element) => `cut off by spacing: ${element.outerHTML.slice(0, 120)}`),
  );
}
