// Proves that no screen puts a barrier in anybody's way: in each state, width, language and theme.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overflow, violations } from "../accessibility.ts";
import { findChromium, openBrowser, openPage, type View } from "../browser.ts";
import { type Product, startProduct } from "../product.ts";
import { type SignedIn, signIn } from "../sign-in.ts";
import { noChromium, skipNote } from "../stage.ts";
import { type Population, populationAt } from "./population.ts";
import { routesThere } from "./routes-there.ts";
import { SCREENS, type Screen } from "./screens.ts";
import { bringAbout, STATES, type State, shown } from "./states.ts";

const COURSES = 300;
const WIDTHS = [1280, 320] as const;
const NARROW = 320;

/** Each screen meets every language and both themes; its neighbour meets them the other way round. */
const LOOKS = [
  [
    { language: "nn", scheme: "dark", width: 320 },
    { language: "en", scheme: "light", width: 1280 },
  ],
  [
    { language: "en", scheme: "dark", width: 320 },
    { language: "nn", scheme: "light", width: 1280 },
  ],
] as const;

interface Look extends View {
  readonly language?: string;
}

it("is told of every screen that there is", () => {
  const told = new Set(SCREENS.map(({ route }) => route));
  expect(routesThere().filter((path) => ![...told].some((route) => route.endsWith(path)))).toEqual(
    [],
  );
});

describe.skipIf(noChromium)(`every screen${skipNote}`, () => {
  const dataDir = mkdtempSync(join(tmpdir(), "rettvei-screens-"));
  let product: Product;
  let browser: Browser;
  let population: Population;
  const people = new Map<string, SignedIn>();

  beforeAll(async () => {
    product = await startProduct(dataDir, COURSES);
    population = await populationAt(product.url);
    browser = await openBrowser(findChromium() ?? "");
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function cookiesOf(screen: Screen): Promise<SignedIn["cookies"]> {
    const subject = screen.persona(population);
    const person = people.get(subject) ?? (await signIn(product.url, subject));
    people.set(subject, person);
    return person.cookies;
  }

  /** What is wrong with the screen as it is then, in lines that say where. */
  async function wrongWith(screen: Screen, state: State, look: Look): Promise<readonly string[]> {
    const { page, context } = await openPage(browser, product.url, look, await cookiesOf(screen));
    const { language } = look;
    if (language !== undefined)
      await page.addInitScript((code) => localStorage.setItem("rettvei.language", code), language);
    await bringAbout(page, state);
    await page.goto(screen.address(population));
    await shown(page, state, screen.still === true);
    const found: string[] = [];
    for (const width of language === undefined ? WIDTHS : [look.width]) {
      await page.setViewportSize({ width, height: 800 });
      const sideways = width === NARROW ? await overflow(page) : 0;
      const lines = [
        ...(await violations(page)),
        ...(sideways > 0 ? [`${sideways} px wider than the window`] : []),
      ];
      found.push(...lines.map((line) => `${width} px, ${state}: ${line}`));
    }
    await context.close();
    return found;
  }

  describe.each(SCREENS)("$name", (screen) => {
    it.each(
      screen.still ? (["filled"] as const) : STATES,
    )("has no barrier when it is %s", async (state) => {
      expect(await wrongWith(screen, state, { width: 1280, scheme: "light" })).toEqual([]);
    });

    it("has none in another language and theme", async () => {
      for (const look of LOOKS[SCREENS.indexOf(screen) % LOOKS.length] ?? []) {
        expect(await wrongWith(screen, "filled", look)).toEqual([]);
      }
    });
  });
});
