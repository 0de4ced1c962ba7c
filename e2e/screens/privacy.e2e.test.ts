// Proves that what names a patient stays on the screen: in no address, log, window title or storage of the browser.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noChromium, skipNote } from "../stage.ts";
import { shownMine } from "./mine-states.ts";
import { SCREENS } from "./screens.ts";
import { type ScreensWorld, screensWorld } from "./screens-world.ts";
import { shown } from "./states.ts";

/** As the population's numbers are written: eleven digits, and nothing longer. */
const PERSON_NUMBER = /(?<!\d)\d{11}(?!\d)/;
/** Made of chance: one in some two hundred ends with a letter and eleven digits. */
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** For all screens one after another, on a busy machine. */
const PATIENCE_MS = 600_000;

/** All that the browser keeps of the pages, also after they are closed. */
async function storageOf(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const stores = (await caches.keys()).concat(databases.map(({ name }) => name ?? ""));
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, stores, document.cookie]);
  });
  return `${kept}\n${JSON.stringify(await page.context().cookies())}`;
}

/** What the database's own log says, whichever files it writes. */
function databaseLog(dataDir: string): string {
  const files = readdirSync(dataDir, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".log") || /\/log\//.test(file))
    .map((file) => readFileSync(join(dataDir, file), "utf8"))
    .join("\n");
}

describe.skipIf(noChromium)(`what names a patient${skipNote}`, () => {
  let world: ScreensWorld;
  const names = new Set<string>();
  const addresses: string[] = [];
  const titles: string[] = [];
  const stored: string[] = [];

  beforeAll(async () => {
    world = await screensWorld(2_000);
    for (const screen of SCREENS) {
      const view = { width: 1280, scheme: "light" } as const;
      const { page, context } = await world.openFor(screen, view);
      page.on("request", (request) => addresses.push(request.url()));
      page.on("response", async (response) => {
        if (!response.url().includes("/api/")) return;
        const body = await response.text().catch(() => "");
        // Patients' names, wherever an answer has them.
        for (const [, name] of body.matchAll(/"patientId":"[^"]*","name":"([^"]+)"/g))
          if (name !== undefined) names.add(name);
      });
      await page.goto(screen.address(world.population));
      await (screen.mine
        ? shownMine(page, "filled")
        : shown(page, "filled", screen.still === true));
      titles.push(await page.title());
      addresses.push(page.url());
      stored.push(await storageOf(page));
      await context.close();
    }
  }, PATIENCE_MS);

  afterAll(async () => {
    await world?.close();
  });

  const placesWith = (text: string): readonly string[] =>
    [...names].filter((name) => text.includes(name) || text.includes(encodeURIComponent(name)));

  it("is on the screens that were looked at", () => {
    expect(names.size).toBeGreaterThan(1);
    expect(addresses.length).toBeGreaterThan(SCREENS.length);
  });

  it.each([
    ["address", () => addresses.join("\n")],
    ["title of a window", () => titles.join("\n")],
    ["storage of the browser", () => stored.join("\n")],
    ["log of the service", () => world.product.said()],
    ["log of the database", () => databaseLog(world.dataDir)],
  ])("is in no %s", (_place, read) => {
    const text = read();
    expect(placesWith(text)).toEqual([]);
    expect(text.replace(UUID, "").match(PERSON_NUMBER)).toBeNull();
  });
});
