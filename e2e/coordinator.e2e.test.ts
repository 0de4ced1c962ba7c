// Proves the coordinator's story on the real product in a real browser, by role and name only.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overflow, violations } from "./accessibility.ts";
import { findChromium, openBrowser, openPage, type View } from "./browser.ts";
import { focusShows, tabTo } from "./keyboard.ts";
import { type MadeCourses, makeCourses } from "./made-courses.ts";
import { takePictures, wantsPictures } from "./pictures.ts";
import { type Product, startProduct } from "./product.ts";

const chromium = findChromium();
const skipped =
  chromium === undefined
    ? " (browser tests skipped: no Chromium found; install one with `apt-get install -y chromium`, or set CHROME_PATH)"
    : "";

const COURSES = wantsPictures ? 5_000 : 200;
const DESKTOP: View = { width: 1280, scheme: "light" };
const VIEWS: readonly View[] = [
  DESKTOP,
  { width: 1280, scheme: "dark" },
  { width: 360, scheme: "light" },
  { width: 360, scheme: "dark" },
];

const inWords = new Intl.DateTimeFormat("nb-NO", { dateStyle: "long", timeZone: "UTC" });
const words = (date: string): string => inWords.format(new Date(`${date}T00:00:00Z`));
const patient = (id: string): string => `Pasient ${id}`;

async function chooseUnit(page: Page, name: string): Promise<void> {
  await page.goto("/units");
  await page.getByRole("searchbox", { name: /Søk etter enhet/ }).fill(name);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

async function openCourse(page: Page, unit: string, id: string): Promise<void> {
  await chooseUnit(page, unit);
  await page.getByRole("link", { name: patient(id) }).click();
  await page.getByRole("heading", { level: 1, name: patient(id) }).waitFor();
}

/** Dates that the rows show, in the order of the rows. */
async function datesOfRows(page: Page): Promise<readonly string[]> {
  const times = page.getByRole("row").getByRole("time");
  await times.first().waitFor();
  return times.evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
}

async function fillEvent(page: Page, event: string, outcome?: string): Promise<void> {
  const line = page.getByRole("region", { name: "Registrer hendelse" });
  await line.getByRole("combobox", { name: "Hendelse" }).selectOption({ label: event });
  if (outcome !== undefined)
    await line.getByRole("combobox", { name: "Utfall" }).selectOption({ label: outcome });
}

async function register(page: Page, event: string, outcome: string): Promise<void> {
  await fillEvent(page, event, outcome);
  await page.getByRole("button", { name: "Registrer", exact: true }).click();
  await page.getByText(/^Lagret:/).waitFor();
}

/** Text as it is read: any run of spaces is one. */
async function textOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, " ");
}

describe.skipIf(chromium === undefined)(`the coordinator${skipped}`, () => {
  let dataDir: string;
  let product: Product;
  let browser: Browser;
  let made: MadeCourses;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "rettvei-e2e-"));
    product = await startProduct(dataDir, COURSES);
    made = await makeCourses(product.url);
    browser = await openBrowser(chromium ?? "");
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
  });

  it("is asked for a unit once, and comes back to its work list", async () => {
    const { page, context, troubles } = await openPage(browser, product.url, DESKTOP);
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: "Velg enhet" }).waitFor();
    await chooseUnit(page, made.unitName);
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: made.unitName }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("sees who has least time left first, which kind each date is, and why", async () => {
    const { page, context, troubles } = await openPage(browser, product.url, DESKTOP);
    await chooseUnit(page, made.unitName);
    const dates = await datesOfRows(page);
    expect(dates.length).toBeGreaterThanOrEqual(made.order.length);
    expect(dates).toEqual([...dates].sort());
    const links = await page.getByRole("link", { name: /^Pasient e2e-/ }).allTextContents();
    expect(links).toEqual(made.order.map(patient));

    const row = (id: string) => page.getByRole("row").filter({ hasText: patient(id) });
    const over = await textOf(row("e2e-over"));
    expect(over).toContain("9 dager over anbefalt tid");
    expect(over).toContain("Anbefalt tid");
    expect(over).not.toMatch(/frist/i);
    const [attended = ""] = words(made.dayFrom(-30)).split(/ (?=\d{4}$)/);
    expect(over).toContain(`fra første fremmøte ${attended}`);
    const breached = await textOf(row("e2e-breached"));
    expect(breached).toContain("Fristbrudd, 2 dager");
    expect(breached).toContain("Pasientens lovpålagte frist");
    expect(await textOf(row("e2e-five-left"))).toContain("5 dager igjen");
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("sees the courses without a published time counted on the same page, one click away", async () => {
    const { page, context, troubles } = await openPage(browser, product.url, DESKTOP);
    await chooseUnit(page, made.unitName);
    const groups = page.getByRole("navigation", { name: "Grupper i arbeidslisten" });
    expect(await groups.getByRole("link").allInnerTexts()).toEqual([
      expect.stringMatching(/^Med dato \d+$/),
      expect.stringMatching(/^Ingen publisert tid \d+$/),
    ]);
    await groups.getByRole("link", { name: /^Ingen publisert tid/ }).click();
    await page.getByText(/ikke publisert noen tid/).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("narrows the list to a pathway, and comes back from a course to the list as it was", async () => {
    const { page, context, troubles } = await openPage(browser, product.url, DESKTOP);
    await chooseUnit(page, made.unitName);
    await page.getByRole("combobox", { name: "Forløp" }).selectOption("psykose");
    await page.getByText("Ingen forløp passer med filtrene.").waitFor();
    await page.getByRole("combobox", { name: "Forløp" }).selectOption("tsb");
    await page.getByRole("link", { name: patient("e2e-legal") }).click();
    await page.getByRole("link", { name: "Til arbeidslisten", exact: true }).click();
    await page.getByRole("link", { name: patient("e2e-legal") }).waitFor();
    expect(await page.getByRole("combobox", { name: "Forløp" }).inputValue()).toBe("tsb");
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("reads why a date is what it is, with its source", async () => {
    const { page, context, troubles } = await openPage(browser, product.url, DESKTOP);
    await openCourse(page, made.unitName, "e2e-five-left");
    const open = page.getByRole("region", { name: "Åpne nå" });
    await open.getByText("Hvorfor denne datoen?").click();
    const sum = `Første fremmøte ${words(made.dayFrom(-16))} + 21 dager = ${words(made.dayFrom(5))}`;
    await open.getByText(sum).waitFor();
    const why = await textOf(open.getByRole("article"));
    expect(why).toMatch(/høyst 21 dager/);
    expect(why).toContain("Poliklinikk");
    expect(why).toMatch(/Bekreftet|Sekundærkilde|Utledet/);
    const source = open.getByRole("link");
    expect(await source.first().getAttribute("href")).toMatch(/^https?:\/\//);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("registers in one line, sees beforehand what changes, and finds it again after a restart", async () => {
    const first = await openPage(browser, product.url, DESKTOP);
    const { page } = first;
    await openCourse(page, made.unitName, "e2e-five-left");
    await fillEvent(page, "Klinisk beslutning", "Behandling i TSB");
    const line = page.getByRole("region", { name: "Registrer hendelse" });
    await line.getByText("Dette endres").waitFor();
    const due = words(made.dayFrom(7));
    await line
      .getByRole("listitem")
      .filter({ hasText: `innen ${due}` })
      .waitFor();
    expect(await page.getByRole("region", { name: "Tidslinje" }).innerText()).not.toContain(
      "Klinisk beslutning",
    );
    await line.getByRole("button", { name: "Registrer", exact: true }).click();
    await line.getByText(`Lagret: klinisk beslutning ${words(made.asOf)}.`).waitFor();
    await page.getByRole("region", { name: "Åpne nå" }).getByText("7 dager igjen").waitFor();
    expect(first.troubles).toEqual([]);
    await first.context.close();

    await product.stop();
    product = await startProduct(dataDir, COURSES);
    const second = await openPage(browser, product.url, DESKTOP);
    await chooseUnit(second.page, made.unitName);
    const row = second.page.getByRole("row").filter({ hasText: patient("e2e-five-left") });
    expect(await textOf(row)).toContain(due);
    await second.page.getByRole("link", { name: patient("e2e-five-left") }).click();
    const timeline = second.page.getByRole("region", { name: "Tidslinje" });
    await timeline.getByText("Klinisk beslutning: Behandling i TSB").waitFor();
    expect(second.troubles).toEqual([]);
    await second.context.close();
  });

  it("undoes by voiding: the dates go back, and what was registered stays, struck through", async () => {
    const { page, context, troubles } = await openPage(browser, product.url, DESKTOP);
    await openCourse(page, made.unitName, "e2e-seven-left");
    const open = page.getByRole("region", { name: "Åpne nå" });
    const timeline = page.getByRole("region", { name: "Tidslinje" });
    const struck = timeline.getByRole("deletion").filter({ hasText: "Klinisk beslutning" });
    const before = await textOf(open);
    await register(page, "Klinisk beslutning", "Behandling i TSB");
    expect(await textOf(open)).not.toBe(before);
    await page.getByRole("button", { name: "Angre" }).click();
    await struck.waitFor();
    expect(await textOf(open)).toBe(before);

    await register(page, "Klinisk beslutning", "Behandling i TSB");
    await timeline.getByRole("button", { name: /^Annuller Klinisk beslutning/ }).click();
    await timeline.getByText("Dette endres").waitFor();
    await timeline.getByRole("button", { name: "Annuller registreringen" }).click();
    await struck.nth(1).waitFor();
    expect(await timeline.getByText(/Annullert \d/).count()).toBe(2);
    expect(await textOf(open)).toBe(before);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("corrects a date: the due date follows, and the old record stays", async () => {
    const { page, context, troubles } = await openPage(browser, product.url, DESKTOP);
    await openCourse(page, made.unitName, "e2e-six-left");
    const timeline = page.getByRole("region", { name: "Tidslinje" });
    await timeline.getByRole("button", { name: /^Rett Første fremmøte/ }).click();
    await timeline.getByLabel("Dato").fill(made.dayFrom(-3));
    await timeline.getByText("Dette endres").waitFor();
    await timeline.getByRole("button", { name: "Lagre rettelsen" }).click();
    await timeline.getByRole("deletion").filter({ hasText: "Første fremmøte: Døgn" }).waitFor();
    await page.getByRole("region", { name: "Åpne nå" }).getByText("4 dager igjen").waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("does all of it by keyboard alone, with focus in sight", async () => {
    const { page, context, troubles } = await openPage(browser, product.url, DESKTOP);
    await page.goto("/");
    await page.getByRole("searchbox").waitFor();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Hopp til innholdet" });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("searchbox"));
    await page.keyboard.type(made.unitName);
    await tabTo(page, page.getByRole("link", { name: made.unitName, exact: true }));
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press("Enter");
    const link = page.getByRole("link", { name: patient("e2e-over") });
    await link.waitFor();
    await tabTo(page, link);
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press("Enter");

    const heading = page.getByRole("heading", { level: 1, name: patient("e2e-over") });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    const event = page.getByRole("combobox", { name: "Hendelse" });
    await tabTo(page, event);
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.type("Klinisk");
    const outcome = page.getByRole("combobox", { name: "Utfall" });
    await tabTo(page, outcome);
    await page.keyboard.type("Behandling i T");
    const register = page.getByRole("button", { name: "Registrer", exact: true });
    await tabTo(page, register);
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByText(/^Lagret: klinisk beslutning/).waitFor();
    expect(await event.evaluate((element) => element === document.activeElement)).toBe(true);
    const open = page.getByRole("region", { name: "Åpne nå" });
    await tabTo(page, open.getByText("Hvorfor denne datoen?"));
    await page.keyboard.press("Enter");
    await open.getByText("Slik telles det").waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("reads it in the language chosen, also the next time", async () => {
    const { page, context, troubles } = await openPage(browser, product.url, DESKTOP);
    await page.goto("/");
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

  it.each(VIEWS)("meets no barrier on any page, $width px wide, $scheme", {
    timeout: 240_000,
  }, async (view) => {
    const { page, context, troubles } = await openPage(browser, product.url, view);
    const seen: Record<string, readonly string[]> = {};
    const look = async (name: string): Promise<void> => {
      const wide = await overflow(page);
      const sideways = wide > 0 ? [`${wide} px too wide`] : [];
      seen[name] = [...(await violations(page)), ...sideways];
    };
    await page.goto("/units");
    await page.getByRole("searchbox").waitFor();
    await look("units");
    await chooseUnit(page, made.unitName);
    await page.getByRole("link", { name: patient("e2e-legal") }).waitFor();
    await look("work list, dated");
    await page.getByRole("link", { name: /^Ingen publisert tid/ }).click();
    await page.getByText(/ikke publisert noen tid/).waitFor();
    await look("work list, undated");
    await openCourse(page, made.unitName, "e2e-six-left");
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
    const { page, context, troubles } = await openPage(browser, product.url, view);
    await chooseUnit(page, made.unitName);
    await page.getByRole("link", { name: patient("e2e-legal") }).waitFor();
    expect(await overflow(page)).toBe(0);
    await openCourse(page, made.unitName, "e2e-six-left");
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
    const { page, context } = await openPage(browser, product.url, DESKTOP);
    await page.goto("/units");
    await page.getByRole("searchbox").waitFor();
    await page.route("**/api/units/**", (route) => route.abort());
    await page.getByRole("searchbox").fill(made.unitName);
    await page.getByRole("link", { name: made.unitName, exact: true }).click();
    await page.getByRole("alert").getByText("Tjenesten svarer ikke").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute("**/api/units/**");
    await page.getByRole("button", { name: "Prøv igjen" }).click();
    await page.getByRole("link", { name: patient("e2e-legal") }).waitFor();
    await context.close();
  });

  if (wantsPictures)
    it("is shown in the pictures of the README", async () => {
      await takePictures(browser, product.url);
    });
});
