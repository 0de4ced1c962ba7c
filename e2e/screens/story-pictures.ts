// Knows the pictures of all screens, taken of the stories that the product tells on its first start. Only when asked for.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STORY_TRUST, STORY_UNITS } from "@rettvei/demo";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { findChromium, openBrowser, openPage, type View } from "../browser.ts";
import { fileOf, pictureOf } from "../pictures.ts";
import { type Product, startStories } from "../product.ts";
import { type Ask, type SignedIn, signIn } from "../sign-in.ts";
import { jsonOf } from "../staffed-course.ts";
import { noChromium, skipNote } from "../stage.ts";
import type { Population } from "./population.ts";
import { SCREENS, type Screen } from "./screens.ts";
import { shown } from "./states.ts";

const COURSES = 300;
/** What of a long screen a picture shows, in pixels. */
const TALL = { wide: 1_000, phone: 900 } as const;
const WIDTHS = { wide: 1280, phone: 360 } as const;

/** Whose course a screen is shown with: the one who has most to tell there. */
const SHOWN_WITH: Readonly<Record<string, { readonly unit: number; readonly patient: string }>> = {
  "course-detox": { unit: 2, patient: "Kunstulf Påfunnli" },
  "course-voices": { unit: 0, patient: "Attrappus Kunstigmo" },
  "course-closing": { unit: 0, patient: "Kunstine Mønsterås" },
  "course-transfer": { unit: 0, patient: "Eksemplar Skinnbakken" },
  "follow-up-plan": { unit: 0, patient: "Kunstine Mønsterås" },
  "mine-after": { unit: 0, patient: "Kunstine Mønsterås" },
};
const USUAL = { unit: 0, patient: "Testine Prøvesen" };

interface WorkList {
  readonly rows: readonly {
    readonly courseId: string;
    readonly patient: { readonly patientId: string; readonly name: string | null };
  }[];
}

async function courseAt(ask: Ask, unitId: string, name: string) {
  for (const group of ["dated", "undated"]) {
    const path = `/api/units/${unitId}/work-list?group=${group}&limit=100`;
    const { rows } = await jsonOf<WorkList>(await ask(path));
    const found = rows.find(({ patient }) => patient.name === name);
    if (found !== undefined) return found;
  }
  throw new Error(`work list: expected the course of ${name}`);
}

/** What the screen is shown with, as the screens themselves are told it. */
async function shownWith(url: string, screen: Screen): Promise<Population> {
  const { unit, patient } = SHOWN_WITH[screen.name] ?? USUAL;
  const unitId = STORY_UNITS[unit]?.unitId ?? "";
  const { ask } = await signIn(url, `coordinator-${unitId}`);
  const { courseId, patient: of } = await courseAt(ask, unitId, patient);
  const waiting = await jsonOf<{ readonly rows: readonly { readonly referralId: string }[] }>(
    await ask(`/api/units/${unitId}/referrals`),
  );
  const ids = { courseId, referredId: courseId, longerId: courseId };
  const mine = { subject: `patient-${of.patientId}`, ...ids };
  const referralId = waiting.rows[0]?.referralId ?? "";
  return { unitId, courseId, patientId: of.patientId, referralId, mine };
}

const LOG_CONTROLLER = `log-controller-${STORY_TRUST.orgNumber}`;

function subjectOf(screen: Screen, population: Population): string {
  const subject = screen.persona(population);
  return subject.startsWith("log-controller") ? LOG_CONTROLLER : subject;
}

interface Shot {
  readonly file: string;
  readonly height: number;
}

const FOR_README: readonly (readonly [string, string, View, number])[] = [
  ["work-list", "work-list", { width: 1280, scheme: "light" }, 1_000],
  ["work-list-dark", "work-list", { width: 1280, scheme: "dark" }, 1_000],
  ["work-list-phone", "work-list", { width: 360, scheme: "light" }, 800],
  ["timeline", "course", { width: 1280, scheme: "light" }, 1_100],
  ["timeline-phone", "course", { width: 360, scheme: "light" }, 1_100],
  ["mine", "mine-overview", { width: 1280, scheme: "light" }, 1_000],
  ["mine-phone", "mine-overview", { width: 360, scheme: "light" }, 900],
];

describe.skipIf(noChromium)(`pictures${skipNote}`, () => {
  const dataDir = mkdtempSync(join(tmpdir(), "rettvei-pictures-"));
  const people = new Map<string, SignedIn>();
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    product = await startStories(dataDir, COURSES);
    browser = await openBrowser(findChromium() ?? "");
  }, 200_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function taken(screen: Screen, view: View, { file, height }: Shot): Promise<void> {
    const population = await shownWith(product.url, screen);
    const subject = subjectOf(screen, population);
    const person = people.get(subject) ?? (await signIn(product.url, subject));
    people.set(subject, person);
    const { page, context } = await openPage(browser, product.url, view, person.cookies);
    await page.goto(screen.address(population));
    if (screen.mine) await page.getByRole("heading", { level: 1 }).waitFor();
    else await shown(page, "filled", screen.still === true);
    await page.setViewportSize({ width: view.width, height });
    await page.screenshot({ path: file });
    await context.close();
  }

  it.each(SCREENS)("of $name", async (screen) => {
    for (const kind of ["wide", "phone"] as const) {
      const shot = { file: pictureOf(`${screen.name}-${kind}`), height: TALL[kind] };
      await taken(screen, { width: WIDTHS[kind], scheme: "light" }, shot);
    }
  });

  it.each(FOR_README)("of the README: %s", async (name, of, view, height) => {
    const screen = SCREENS.find((one) => one.name === of);
    if (screen === undefined) throw new Error(`screens: expected ${of}`);
    await taken(screen, view, { file: fileOf(name), height });
  });
});
