// Knows how screens are looked at one after another: each person has one page, which forgets the look before.
import type { Page } from "playwright-core";
import type { View, Watched } from "../browser.ts";
import { bringAboutMine, shownMine } from "./mine-states.ts";
import type { Screen } from "./screens.ts";
import type { ScreensWorld } from "./screens-world.ts";
import { bringAbout, type State, shown } from "./states.ts";

export interface Look extends View {
  readonly language?: string;
  readonly state?: State;
}

/** The screen as the look says, and what the work says of it. */
export type OnScreen = <T>(
  screen: Screen,
  look: Look,
  work: (page: Page) => Promise<T>,
) => Promise<T>;

/** The page as of somebody who comes for the first time: nothing kept by the browser, and every answer the service's. */
async function forget(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.context().clearCookies({ name: "language" });
  if (page.url() === "about:blank") return;
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
}

/** As somebody who has chosen the language before: the browser keeps it, or a cookie for what the service writes. */
async function choose(page: Page, url: string, language: string | undefined) {
  if (language === undefined) return async (): Promise<void> => undefined;
  const keep = (code: string): void => localStorage.setItem("rettvei.language", code);
  const kept = await page.addInitScript(keep, language);
  await page.context().addCookies([{ name: "language", value: language, url: `${url}/mitt` }]);
  return () => kept.dispose();
}

export function lookingAt(world: ScreensWorld): OnScreen {
  const pages = new Map<string, Watched>();

  async function show(page: Page, screen: Screen, { state = "filled", ...view }: Look) {
    await page.setViewportSize({ width: view.width, height: 800 });
    await page.emulateMedia({ colorScheme: view.scheme });
    await (screen.mine ? bringAboutMine : bringAbout)(page, state);
    await page.goto(screen.address(world.population));
    await (screen.mine ? shownMine(page, state) : shown(page, state, screen.still === true));
    const spoken = await page.locator("html").getAttribute("lang");
    if (spoken !== (view.language ?? "nb")) throw new Error(`is in ${spoken}, not as chosen`);
  }

  return async (screen, look, work) => {
    const subject = screen.persona(world.population);
    const watched = pages.get(subject) ?? (await world.openFor(screen, look));
    // Kept for the next look only if this one goes well: what failed leaves nothing behind.
    pages.delete(subject);
    const { page, context } = watched;
    try {
      await forget(page);
      const leave = await choose(page, world.product.url, look.language);
      await show(page, screen, look);
      const result = await work(page);
      await leave();
      pages.set(subject, watched);
      return result;
    } catch (cause) {
      await context.close();
      throw cause;
    }
  };
}
