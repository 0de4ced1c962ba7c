// Proves that no screen puts a barrier in anybody's way: in each state, width, language and theme, by keyboard too.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overflow, violationsNow } from "../accessibility.ts";
import { drawn } from "../at-rest.ts";
import { noChromium, skipNote } from "../stage.ts";
import { lookingAt, type OnScreen } from "./looking.ts";
import { routesThere } from "./routes-there.ts";
import { SCREENS } from "./screens.ts";
import { type ScreensWorld, screensWorld } from "./screens-world.ts";
import { STATES } from "./states.ts";
import { wrongOnTheWay } from "./tab-stops.ts";
import { cutOffBySpacing } from "./wide-spacing.ts";

const NARROW = 320;
const WIDTHS = [1280, NARROW] as const;

/** Each screen meets every language and both themes; its neighbour meets them the other way round. */
const LOOKS = [
  [
    { language: "nn", scheme: "dark", width: NARROW },
    { language: "en", scheme: "light", width: 1280 },
  ],
  [
    { language: "en", scheme: "dark", width: NARROW },
    { language: "nn", scheme: "light", width: 1280 },
  ],
] as const;

/** What axe finds, and whether the page is wider than a narrow window. Its state has come to be shown before. */
async function barriers(page: Page): Promise<readonly string[]> {
  await drawn(page);
  const sideways = page.viewportSize()?.width === NARROW ? await overflow(page) : 0;
  const wide = sideways > 0 ? [`${sideways} px wider than the window`] : [];
  return [...(await violationsNow(page)), ...wide];
}

it("is told of every screen that there is", () => {
  const told = SCREENS.map(({ route }) => route);
  const untold = routesThere().filter((path) => !told.some((route) => route.endsWith(path)));
  expect(untold).toEqual([]);
});

describe.skipIf(noChromium)(`every screen${skipNote}`, () => {
  let world: ScreensWorld;
  let onScreen: OnScreen;

  beforeAll(async () => {
    world = await screensWorld();
    onScreen = lookingAt(world);
  });

  afterAll(async () => {
    await world?.close();
  });

  const DESKTOP = { width: 1280, scheme: "light" } as const;

  describe.each(SCREENS)("$name", (screen) => {
    it.each(
      screen.still ? (["filled"] as const) : STATES,
    )("has no barrier when it is %s", async (state) => {
      await onScreen(screen, { ...DESKTOP, state }, async (page) => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          expect(await barriers(page), `${width} px`).toEqual([]);
        }
      });
    });

    it("has none in another language and theme", async () => {
      for (const look of LOOKS[SCREENS.indexOf(screen) % LOOKS.length] ?? [])
        expect(await onScreen(screen, look, barriers)).toEqual([]);
    });

    it("is gone through by keyboard with each stop in sight, and loses nothing to wide spacing", async () => {
      await onScreen(screen, DESKTOP, async (page) => {
        expect(await wrongOnTheWay(page)).toEqual([]);
        await page.setViewportSize({ width: NARROW, height: 800 });
        expect(await cutOffBySpacing(page)).toEqual([]);
      });
    });
  });
});
