// Knows which pictures the README shows, and takes them from the synthetic population.
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { openPage, type View } from "./browser.ts";
import { type Ask, coordinatorAt, OPERATOR, type SignedIn, signIn } from "./sign-in.ts";

/** Pictures are kept in the repository: they are taken only when asked for. */
export const wantsPictures = process.env.RETTVEI_SCREENSHOTS === "1";

interface WorkList {
  readonly rows: readonly { readonly courseId: string }[];
}

interface UnitCount {
  readonly unitId: string;
  readonly running: number;
}

interface Subjects {
  readonly unitId: string;
  readonly courseId: string;
  readonly cookies: SignedIn["cookies"];
}

const file = (name: string): string =>
  fileURLToPath(new URL(`../docs/img/${name}.png`, import.meta.url));

/** Where the picture of a screen is kept. */
export const pictureOf = (name: string): string => file(`screens/${name}`);

async function read<T>(ask: Ask, path: string): Promise<T> {
  return (await (await ask(path)).json()) as T;
}

/** The course that has most to tell among those of the unit. */
async function richest(ask: Ask, courseIds: readonly string[]): Promise<string> {
  let best = { courseId: "", verdicts: 0 };
  for (const courseId of courseIds) {
    const course = await read<{ verdicts: unknown[] }>(ask, `/api/courses/${courseId}`);
    const verdicts = course.verdicts.length;
    if (verdicts > best.verdicts) best = { courseId, verdicts };
  }
  return best.courseId;
}

/** The unit of the population with most running courses, a course that has much to tell, and who sees them. */
async function subjects(url: string): Promise<Subjects> {
  const everything = await signIn(url, OPERATOR);
  const { units } = await read<{ units: readonly UnitCount[] }>(everything.ask, "/api/units");
  const [busiest] = [...units].sort((a, b) => b.running - a.running);
  if (busiest === undefined) throw new Error("pictures: expected a unit of the population");
  const { unitId } = busiest;
  const { ask, cookies } = await signIn(url, coordinatorAt(unitId));
  const { rows } = await read<WorkList>(ask, `/api/units/${unitId}/work-list?limit=50`);
  const courseId = await richest(
    ask,
    rows.map((row) => row.courseId),
  );
  return { unitId, courseId, cookies };
}

type Open = (path: string, view: View) => Promise<Page>;

async function shown(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("time").first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

export async function takePictures(browser: Browser, url: string): Promise<void> {
  const { unitId, courseId, cookies } = await subjects(url);
  const open: Open = async (path, view) => {
    const { page } = await openPage(browser, url, view, cookies);
    return shown(page, path);
  };
  const list = `/units/${unitId}`;
  const course = `/courses/${courseId}`;
  const shots: readonly (readonly [string, string, View])[] = [
    ["work-list", list, { width: 1280, scheme: "light" }],
    ["work-list-dark", list, { width: 1280, scheme: "dark" }],
    ["work-list-phone", list, { width: 360, scheme: "light" }],
    ["timeline", course, { width: 1280, scheme: "light" }],
    ["timeline-phone", course, { width: 360, scheme: "light" }],
  ];
  for (const [name, path, view] of shots) {
    const page = await open(path, view);
    const why = page.getByText("Hvorfor denne datoen?").first();
    if (path === course && view.width > 1000) await why.click();
    if (path === course) await page.setViewportSize({ width: view.width, height: 1_100 });
    await page.screenshot({ path: file(name) });
    await page.context().close();
  }
}
