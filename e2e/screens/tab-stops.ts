// Knows how a screen is gone through by the tabulator, and what each stop must keep.
import type { Page } from "playwright-core";

const PATIENCE = 600;
/** WCAG 2.2, 2.5.8: smaller only within a sentence. */
const SMALLEST = 24;

interface Stop {
  /** Undefined where nothing of the page has focus: the browser's own frame. */
  readonly name: string | undefined;
  readonly again: boolean;
  readonly shows: boolean;
  readonly covered: boolean;
  readonly small: boolean;
}

function stopHere(page: Page): Promise<Stop> {
  return page.evaluate((smallest) => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) {
      return { name: undefined, again: false, shows: true, covered: false, small: false };
    }
    const again = focused.dataset.stopped === "yes";
    focused.dataset.stopped = "yes";
    const { outlineStyle, outlineWidth, boxShadow, display } = getComputedStyle(focused);
    const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
    const box = focused.getBoundingClientRect();
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const label = focused.closest("label");
    const inSight = [focused, label].some(
      (one) => one?.contains(at) || (at?.contains(focused) ?? false),
    );
    return {
      name: `${focused.localName} ${(focused.getAttribute("aria-label") ?? focused.textContent ?? "").trim().slice(0, 40)}`,
      again,
      shows: outlined || boxShadow !== "none",
      covered: !inSight,
      small: display !== "inline" && (box.width < smallest || box.height < smallest),
    };
  }, SMALLEST);
}

/** What is wrong on the way through the screen, from its first stop until it is left or begins again. */
export async function wrongOnTheWay(page: Page): Promise<readonly string[]> {
  const address = page.url();
  const wrong: string[] = [];
  for (let pressed = 0; pressed < PATIENCE; pressed++) {
    await page.keyboard.press("Tab");
    const { name, again, shows, covered, small } = await stopHere(page);
    if (page.url() !== address) return [...wrong, `${name}: focus alone leads to ${page.url()}`];
    if (name === undefined || again)
      return pressed > 0 ? wrong : ["the tabulator did not come to anything"];
    if (!shows) wrong.push(`${name}: does not show that it has focus`);
    if (covered) wrong.push(`${name}: is covered while it has focus`);
    if (small) wrong.push(`${name}: is smaller than ${SMALLEST} px`);
  }
  return [...wrong, `the tabulator did not come to an end in ${PATIENCE} stops`];
}
