// A patient's evening with "Mitt forløp": where am I, what happens next, who has it; speaking up, and who may see.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium, openBrowser, openPage, type View, type Watched } from "./browser.ts";
import { type Hands, handsOf, WAYS, type Way } from "./hands.ts";
import { closeOnes, letNoLongerSee, letSee, menu, nothingHere, ofSomebody } from "./mine-steps.ts";
import { get, type PatientStage, post, RELATIVE, setPatientStage } from "./patient-stage.ts";
import { type Product, startProduct } from "./product.ts";
import { signIn } from "./sign-in.ts";
import { noChromium, skipNote } from "./stage.ts";
import { textOf, words } from "./steps.ts";

const PHONE: View = { width: 360, scheme: "light" };
const COURSES = 200;

/** How many sheets a document has: each says so of itself. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe.skipIf(noChromium)(`a patient's evening${skipNote}`, () => {
  let dataDir: string;
  let product: Product;
  let browser: Browser;
  let stage: PatientStage;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "rettvei-patient-"));
    browser = await openBrowser(findChromium() ?? "");
    product = await startProduct(dataDir, COURSES);
    stage = await setPatientStage(product.url);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function openAs(subject: string, view: View = PHONE): Promise<Watched> {
    const { cookies } = await signIn(product.url, subject);
    return openPage(browser, product.url, view, cookies);
  }

  const region = (page: Page, name: string) => page.getByRole("region", { name });

  async function answersTheThreeQuestions(page: Page): Promise<void> {
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: "Mitt forløp" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/mitt");
    expect(await textOf(region(page, "Her er du nå"))).toMatch(/her er du nå/);
    expect(await textOf(region(page, "Dette skjer nå"))).toMatch(/Neste steg: /);
    const who = await textOf(region(page, "Disse har ansvaret"));
    expect(who).toContain("Kari Koordinator");
    expect(who).toContain("99 99 99 99");
    expect(await textOf(region(page, "Datoene dine"))).toContain(words(stage.evaluationOn));
  }

  async function speaksUp(page: Page, hands: Hands, way: Way): Promise<void> {
    const said = `Jeg vil prøve noe annet, ${way}.`;
    await hands.press(menu(page, "Si fra"));
    await hands.take(page.getByRole("radio", { name: "Jeg vil ha en annen behandler" }));
    const box = page.getByRole("textbox", { name: "Jeg vil ha en annen behandler" });
    await hands.write(box, said);
    await hands.press(page.getByRole("button", { name: "Send" }));
    await page.getByRole("status").filter({ hasText: "Takk. Det er sendt." }).waitFor();
    await page.getByRole("listitem").filter({ hasText: said }).waitFor();
    const { voices } = await get<{
      voices: readonly { voiceId: string; words: string; version: number }[];
    }>(stage.coordinator.ask, `/api/courses/${stage.courseId}/voices`);
    const voice = voices.find((one) => one.words === said);
    const answer = { words: `Vi ringer deg i morgen, ${way}.` };
    const url = `/api/voices/${voice?.voiceId}/answered`;
    await post(stage.coordinator.ask, url, answer, voice?.version ?? 0);
    await page.reload();
    await page.getByText(answer.words).waitFor();
  }

  async function writesInThePlan(page: Page, hands: Hands, way: Way): Promise<void> {
    const goal = `Jeg vil på tur hver uke, ${way}.`;
    await hands.press(menu(page, "Plan og mål"));
    await page.getByText("Jeg vil sove om natta.").waitFor();
    const box = page.getByRole("textbox", { name: "Skriv et mål med egne ord" });
    await hands.write(box, goal);
    await hands.press(page.getByRole("button", { name: "Legg til i planen" }));
    await page.getByText(goal).waitFor();
    const before = region(page, "Før neste møte om behandlingen");
    const answer = `Ja, litt, ${way}.`;
    const question = "Har du nytte av hjelpen du får?";
    const asked = before.getByRole("textbox", { name: question });
    if (!(await asked.isVisible())) await hands.press(before.getByText(question).first());
    await hands.write(asked, answer);
    const save = before.getByRole("button", { name: "Lagre svaret" }).first();
    await hands.press(save);
    await before.getByText(answer).waitFor();
  }

  async function asksWhoLooked(page: Page, hands: Hands, way: Way): Promise<void> {
    await hands.press(menu(page, "Hvem har sett"));
    const others = region(page, "Andre enn deg").getByRole("listitem").first();
    await hands.press(others.getByText("Spør hvorfor"));
    const wondered = `Hva gjaldt det, ${way}?`;
    await hands.write(others.getByRole("textbox", { name: "Hva lurer du på?" }), wondered);
    await hands.press(others.getByRole("button", { name: "Send" }));
    await region(page, "Det du har spurt om").getByText(wondered).waitFor();
  }

  async function letsSomebodySee(page: Page, hands: Hands): Promise<void> {
    await hands.press(menu(page, "Hvem får se"));
    const close = { code: RELATIVE, name: "Nina Nær", until: stage.evaluationOn };
    await letSee(page, hands, close);
    const relative = await openAs(RELATIVE);
    await relative.page.goto("/");
    await ofSomebody(relative.page, stage.name).waitFor();
    expect(await menu(relative.page, "Hvem har sett").count()).toBe(0);
    await letNoLongerSee(page, hands);
    await letSee(page, hands, { ...close, attorneyBorn: "1980-05-05" });
    await closeOnes(page).getByText("Har fullmakt fra deg").waitFor();
    await relative.page.reload();
    await ofSomebody(relative.page, stage.name).waitFor();
    await letNoLongerSee(page, hands);
    await relative.page.reload();
    await nothingHere(relative.page).waitFor();
    expect(await relative.page.getByText(stage.name).count()).toBe(0);
    expect(relative.troubles).toEqual([]);
    await relative.context.close();
  }

  it.each(WAYS)("goes from where am I to who may see, by %s alone", async (way) => {
    const { page, context, troubles } = await openAs(stage.subject);
    const titles: string[] = [];
    page.on("load", async () => titles.push(await page.title().catch(() => "")));
    const hands = handsOf(page, way);
    await answersTheThreeQuestions(page);
    await speaksUp(page, hands, way);
    await writesInThePlan(page, hands, way);
    await asksWhoLooked(page, hands, way);
    await letsSomebodySee(page, hands);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    );
    const outside = [...titles, page.url(), kept, product.said()].join("\n");
    for (const secret of [stage.name, "Nina Nær", "Jeg vil prøve noe annet", "på tur hver uke"])
      expect(outside).not.toContain(secret);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("can be read before any script has run, and in the language of one's choice", async () => {
    const { cookies } = await signIn(product.url, stage.subject);
    const context = await browser.newContext({
      ...{ baseURL: product.url, javaScriptEnabled: false, locale: "nb-NO" },
    });
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: product.url })));
    const page = await context.newPage();
    await page.goto("/mitt");
    expect(await textOf(region(page, "Disse har ansvaret"))).toContain("Kari Koordinator");
    await page.getByRole("link", { name: "Nynorsk" }).click();
    expect(await textOf(region(page, "Desse har ansvaret"))).toContain("Kari Koordinator");
    await page.getByRole("link", { name: "Plan og mål" }).first().click();
    await page.getByText("Jeg vil sove om natta.").waitFor();
    await context.close();
  });

  it("gives the dates to a calendar without saying what they are about", async () => {
    const { ask } = await signIn(product.url, stage.subject);
    const answer = await ask("/mitt/datoer.ics");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="datoer.ics"');
    const file = await answer.text();
    expect(file).toContain(`DTSTART;VALUE=DATE:${stage.evaluationOn.replaceAll("-", "")}`);
    expect(file).not.toMatch(/psyk|rus|forløp|behandl|evaluer/i);
    expect(file).not.toContain(stage.name);
  });

  it("is printed on one page, with everything on it and nothing to press", async () => {
    const { page, context } = await openAs(stage.subject);
    await page.goto("/mitt");
    await page.getByRole("button", { name: "Skriv ut" }).waitFor();
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await page.emulateMedia({ media: "print" });
    for (const name of ["Her er du nå", "Dette skjer nå", "Disse har ansvaret", "Datoene dine"])
      expect(await region(page, name).isVisible(), name).toBe(true);
    expect(await page.getByRole("link", { name: "113" }).isVisible()).toBe(true);
    expect(await page.getByRole("button").count()).toBe(0);
    await context.close();
  });
});
