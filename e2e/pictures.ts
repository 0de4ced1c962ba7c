// Knows which pictures the README shows, and takes them from the synthetic population.
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { openPage, type View } from "./browser.ts";

/** Pictures are kept in the repository: they are taken only when asked for. */
export const wantsPictures = process.env.RETTVEI_SCREENSHOTS === "1";

interface WorkList {
  readonly counts: { readonly dated: number };
  readonly rows: readonly {
    readonly courseId: string;
    readonly patient: { readonly name: string | null };
  }[];
}

interface Subjects {
  readonly unitId: string;
  readonly courseId: string;
}

const file = (name: string): string =>
  fileURLToPath(new URL(`../docs/img/${name}.png`, import.meta.url));

async function read<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}

interface UnitList {
  readonly unitId: string;
  readonly list: WorkList;
}

async function listsOf(url: string): Promise<readonly UnitList[]> {
  const { units } = await read<{ units: { unitId: string }[] }>(`${url}/api/units`);
  const lists: UnitList[] = [];
  for (const { unitId } of units) {
    const list = await read<WorkList>(`${url}/api/units/${unitId}/work-list?limit=50`);
    lists.push({ unitId, list });
  }
  return lists.sort((a, b) => b.list.counts.dated - a.list.counts.dated);
}

/** The course that has most to tell among those of the population, not those the tests made. */
async function richest(url: string, courseIds: readonly string[]): Promise<string> {
  let best = { courseId: "", verdicts: 0 };
  for (const courseId of courseIds) {
    const course = await read<{ patient: { name: string | null }; verdicts: unknown[] }>(
      `${url}/api/courses/${courseId}`,
    );
    const verdicts = course.patient.name === null ? 0 : course.verdicts.length;
    if (verdicts > best.verdicts) best = { courseId, verdicts };
  }
  return best.courseId;
}

/** The unit of the population with most dated courses, and a course that has much to tell. */
async function subjects(url: string): Promise<Subjects> {
  const lists = await listsOf(url);
  const busiest = lists.find(({ list }) => list.rows.every(({ patient }) => patient.name !== null));
  const courseIds = lists.flatMap(({ list }) => list.rows.map(({ courseId }) => courseId));
  if (busiest === undefined) throw new Error("pictures: expected a unit of the population");
  return { unitId: busiest.unitId, courseId: await richest(url, courseIds.slice(0, 200)) };
}

async function open(browser: Browser, url: string, path: string, view: View): Promise<Page> {
  const { page } = await openPage(browser, url, view);
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("time").first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

export async function takePictures(browser: Browser, url: string): Promise<void> {
  const { unitId, courseId } = await subjects(url);
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
    const page = await open(browser, url, path, view);
    const why = page.getByText("Hvorfor denne datoen?").first();
    if (path === course && view.width > 1000) await why.click();
    if (path === course) await page.setViewportSize({ width: view.width, height: 1_100 });
    await page.screenshot({ path: file(name) });
    await page.context().close();
  }
}
