// Proves that the product can be used by everyone: by keyboard, in narrow windows, in each language, without barriers.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overflow, violations } from "./accessibility.ts";
import { atRest } from "./at-rest.ts";
import type { View } from "./browser.ts";
import { handsOf } from "./hands.ts";
import { focusShows, tabTo, untilFocused } from "./keyboard.ts";
import { visit } from "./people.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { chooseUnit, fillEvent, openCourse, patient } from "./steps.ts";

const VIEWS: readonly View[] = [
  { width: 1280, scheme: "light" },
  { width: 1280, scheme: "dark" },
  { width: 360, scheme: "light" },
  { width: 360, scheme: "dark" },
];

describe.skipIf(noChromium)(`everyone${skipNote}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(200);
  });

  afterAll(async () => {
    await stage?.close();
  });

  it("does all of it by keyboard alone, with focus in sight", async () => {
    const { page, context, troubles } = await stage.open();
    await page.goto("/units");
    await page.getByRole("searchbox").waitFor();
    await atRest(page);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Hopp til innholdet" });
    await untilFocused(page, skip);
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("searchbox"));
    await page.keyboard.type(stage.made.unitName);
    await tabTo(page, page.getByRole("link", { name: stage.made.unitName, exact: true }));
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press("Enter");
    const link = page.getByRole("link", { name: patient("e2e-over") });
    await link.waitFor();
    await atRest(page);
    await tabTo(page, link);
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press("Enter");

    const heading = page.getByRole("heading", { level: 1, name: patient("e2e-over") });
    await untilFocused(page, heading);
    const event = page.getByRole("combobox", { name: "Hendelse" });
    await tabTo(page, event);
    expect(await focusShows(page)).toBe(true);
    await handsOf(page, "keyboard").choose(event, "Klinisk beslutning: Behandling i TSB");
    const register = page.getByRole("button", { name: "Registrer", exact: true });
    await tabTo(page, register);
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByText(/^Lagret: klinisk beslutning/).waitFor();
    await untilFocused(page, event);
    const open = page.getByRole("region", { name: "Åpne nå" });
    await tabTo(page, open.getByText("Hvorfor denne datoen?"));
    await page.keyboard.press("Enter");
    await open.getByText("Slik telles det").waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("reads it in the language chosen, also the next time", async () => {
    const { page, context, troubles } = await stage.open();
    await page.goto("/units");
    await page.getByRole("combobox", { name: "Språk" }).selectOption("nn");
    await page.getByRole("heading", { level: 1, name: "Vel eining" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Vel eining" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("nn");
    await page.getByRole("combobox", { name: "Språk" }).selectOption("en");
    await page.getByRole("heading", { level: 1, name: "Choose a unit" }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it.each(VIEWS)("meets no barrier on any page, $width px wide, $scheme", {}, async (view) => {
    const { page, context, troubles } = await stage.open(view);
    const seen: Record<string, readonly string[]> = {};
    const look = async (name: string): Promise<void> => {
      const wide = await overflow(page);
      const sideways = wide > 0 ? [`${wide} px too wide`] : [];
      seen[name] = [...(await violations(page)), ...sideways];
    };
    await page.goto("/units");
    await page.getByRole("searchbox").waitFor();
    await look("units");
    await chooseUnit(page, stage.made.unitName);
    await page.getByRole("link", { name: patient("e2e-legal") }).waitFor();
    await look("work list, dated");
    await page.getByRole("link", { name: /^Uten neste dato/ }).click();
    await page.getByText(/ikke publisert noen tid/).waitFor();
    await page.getByRole("link", { name: patient("e2e-legal") }).waitFor({ state: "detached" });
    await look("work list, undated");
    await openCourse(page, stage.made.unitName, "e2e-six-left");
    await page.getByText("Hvorfor denne datoen?").first().click();
    await fillEvent(page, "Klinisk beslutning", "Behandling i TSB");
    await page.getByText("Dette endres").waitFor();
    await look("course");
    await page.goto("/nowhere");
    await page.getByRole("heading", { level: 1, name: "Siden finnes ikke" }).waitFor();
    await look("not found");
    expect(Object.entries(seen).filter(([, problems]) => problems.length > 0)).toEqual([]);
    expect(Object.keys(seen)).toHaveLength(5);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("never scrolls sideways in a window of 320 px, as at 400 % zoom", async () => {
    const view: View = { width: 320, scheme: "light" };
    const { page, context, troubles } = await stage.open(view);
    await chooseUnit(page, stage.made.unitName);
    await page.getByRole("link", { name: patient("e2e-legal") }).waitFor();
    expect(await overflow(page)).toBe(0);
    await openCourse(page, stage.made.unitName, "e2e-six-left");
    await page.getByText("Hvorfor denne datoen?").first().click();
    await fillEvent(page, "Klinisk beslutning", "Behandling i TSB");
    await page.getByText("Dette endres").waitFor();
    await page.getByRole("button", { name: /^Rett Henvisning mottatt/ }).click();
    await page.getByRole("button", { name: "Lagre rettelsen" }).waitFor();
    expect(await overflow(page)).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("is told plainly when the service is gone, and goes on when it is back", async () => {
    const { page, context } = await stage.open();
    await page.goto("/units");
    await page.getByRole("searchbox").waitFor();
    await page.route("**/api/units/**", (route) => route.abort());
    await page.getByRole("searchbox").fill(stage.made.unitName);
    await page.getByRole("link", { name: stage.made.unitName, exact: true }).click();
    await page.getByRole("alert").getByText("Tjenesten svarer ikke").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute("**/api/units/**");
    await page.getByRole("button", { name: "Prøv igjen" }).click();
    await page.getByRole("link", { name: patient("e2e-legal") }).waitFor();
    await context.close();
  });

  it("is told so once for all parts of a page, which one button asks for again", async () => {
    const { unitId } = stage.made;
    const { page, context } = await visit(stage.browser, stage.url(), `leader-${unitId}`);
    await page.route("**/api/units/*/*", (route) => route.abort());
    await page.goto(`/units/${unitId}/leader`);
    const parts = ["Nødåpninger å se på", "Uten koordinator", "Funn i registreringene"].map(
      (name) => page.getByRole("region", { name }),
    );
    await page.getByRole("alert").first().waitFor();
    for (const part of parts) await part.waitFor({ state: "detached" });
    expect(await page.getByRole("alert").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.unroute("**/api/units/*/*");
    await tabTo(page, page.getByRole("button", { name: "Prøv igjen" }));
    await page.keyboard.press("Enter");
    for (const part of parts) await part.waitFor();
    await page.getByRole("alert").waitFor({ state: "detached" });
    await context.close();
  });
});
