// Proves that whoever tries the product out finds something to see and do: every persona of the stories, at every place.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STORY_TRUST, STORY_UNITS } from "@rettvei/demo";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium, openBrowser } from "./browser.ts";
import { MUNICIPALITY, REFERRER, visit } from "./people.ts";
import { killTelling, type Product, startStories } from "./product.ts";
import { type Ask, signIn } from "./sign-in.ts";
import { jsonOf } from "./staffed-course.ts";
import { noChromium, skipNote } from "./stage.ts";

const COURSES = 20;
const [ADULTS] = STORY_UNITS;
const PERSONAS = [
  `coordinator-${ADULTS?.unitId}`,
  `practitioner-${ADULTS?.unitId}`,
  `leader-${ADULTS?.unitId}`,
  REFERRER,
  MUNICIPALITY,
  `log-controller-${STORY_TRUST.orgNumber}`,
];

/** Answers after which the first start is killed: about halfway. */
const KILLED_AT = 200;

function toldSoFar(dataDir: string): number {
  const notes = join(dataDir, "stories.ndjson");
  return existsSync(notes) ? readFileSync(notes, "utf8").split("\n").length : 0;
}

/** Addresses of the places in the header; the first page alone where there is no choice. */
async function placesOf(page: Page): Promise<readonly string[]> {
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  const links = page.getByRole("navigation", { name: "Steder" }).getByRole("link");
  const found = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  return found.length === 0 ? ["/"] : found;
}

/** Something to read in a list or a table, or something to fill in. */
async function showsSomething(page: Page, address: string): Promise<boolean> {
  await page.goto(address);
  const main = page.getByRole("main");
  const things = main
    .getByRole("row")
    .or(main.getByRole("listitem"))
    .or(main.getByRole("article"))
    .or(main.getByRole("textbox"))
    .or(main.getByRole("button", { name: /utskriften/ }));
  return things
    .first()
    .waitFor()
    .then(() => true)
    .catch(() => false);
}

interface UnitTasks {
  readonly over: number;
  readonly tasks: readonly { readonly type: string }[];
}

async function typesOfTasks(ask: Ask, unitId: string): Promise<readonly string[]> {
  const { tasks } = await jsonOf<UnitTasks>(await ask(`/api/units/${unitId}/tasks`));
  return [...new Set(tasks.map(({ type }) => type))].sort();
}

interface Messages {
  readonly counts: Readonly<Record<"written" | "sent" | "failed", number>>;
}

describe.skipIf(noChromium)(`what is there to try${skipNote}`, () => {
  const dataDir = mkdtempSync(join(tmpdir(), "rettvei-stories-"));
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    await killTelling(dataDir, COURSES, () => toldSoFar(dataDir) > KILLED_AT);
    product = await startStories(dataDir, COURSES);
    browser = await openBrowser(findChromium() ?? "");
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("a first start that was killed in the middle of it was gone on with to the end, nobody told of twice", async () => {
    expect(product.said()).toContain("going on with it");
    expect(toldSoFar(dataDir)).toBe(0);
    for (const { unitId } of STORY_UNITS) {
      const { ask } = await signIn(product.url, `coordinator-${unitId}`);
      const groups = ["dated", "undated"].map(async (group) => {
        const list = await ask(`/api/units/${unitId}/work-list?group=${group}&limit=200`);
        return (await jsonOf<{ rows: { patient: { name: string } }[] }>(list)).rows;
      });
      const names = (await Promise.all(groups)).flat().map(({ patient }) => patient.name);
      expect([unitId, [...new Set(names)]]).toEqual([unitId, names]);
    }
  });

  it.each(PERSONAS)("%s finds something at every place", async (subject) => {
    const { page, context, troubles } = await visit(browser, product.url, subject);
    for (const address of await placesOf(page))
      expect(await showsSomething(page, address), address).toBe(true);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it.each(STORY_UNITS)("$name has something of each kind that waits", async ({ unitId }) => {
    const { ask } = await signIn(product.url, `coordinator-${unitId}`);
    const waiting = ["evaluation", "message", "proposal", "referral", "transfer", "voice"];
    expect(await typesOfTasks(ask, unitId)).toEqual(expect.arrayContaining(waiting));
    const { toHere, fromHere } = await jsonOf<{ toHere: unknown[]; fromHere: unknown[] }>(
      await ask(`/api/units/${unitId}/transfers`),
    );
    expect([toHere.length > 0, fromHere.length > 0]).toEqual([true, true]);
    const leader = await signIn(product.url, `leader-${unitId}`);
    const { reviews } = await jsonOf<{ reviews: unknown[] }>(
      await leader.ask(`/api/units/${unitId}/break-glass-reviews`),
    );
    expect(reviews).toHaveLength(1);
  });

  it.each([
    ["the guardian", "relative-000000001"],
    ["somebody close", "relative-000000002"],
    ["a relative", "relative-000000000"],
  ])("%s has a course to follow", async (_, subject) => {
    const { ask } = await signIn(product.url, subject);
    const { courses } = await jsonOf<{ courses: unknown[] }>(await ask("/api/my-pathway"));
    expect(courses).not.toEqual([]);
  });

  it("a message or two of each unit did not come through: one waits, one has no receipt, one failed", async () => {
    const countsOf = async ({ unitId }: { readonly unitId: string }) => {
      const { ask } = await signIn(product.url, `coordinator-${unitId}`);
      const answer = await ask(`/api/units/${unitId}/messages`);
      const { written, sent, failed } = (await jsonOf<Messages>(answer)).counts;
      return [written, sent, failed];
    };
    await expect
      .poll(() => Promise.all(STORY_UNITS.map(countsOf)), { timeout: 60_000 })
      .toEqual([
        [1, 0, 1],
        [0, 1, 0],
        [0, 0, 1],
      ]);
  });
});
