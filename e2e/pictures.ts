// Knows which pictures the README shows, and takes them from the synthetic population.
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { openPage, type View } from "./browser.ts";

/** Pictures are kept in the repository: they are taken only when asked for. */
export const wantsPictures = process.env.RETTVEI_SCREENSHOTS === "1";

interface WorkList {
  readonly counts: { readonly dated: number };
  readonly rows: readonly { readonly courseId: string }[];
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

/** The course of a list that has most to tell. */
async function richest(url: string, { rows }: WorkList): Promise<string> {
  const told = await Promise.all(
    rows.map(async ({ courseId }) => {
      const { verdicts } = await read<{ verdicts: unknown[] }>(`${url}/api/courses/${courseId}`);
      return { courseId, verdicts: verdicts.length };
    }),
  );
  const best = told.sort((a, b) => b.verdicts - a.verdicts)[0];
  if (best === undefined) throw new Error("pictures: expected a unit with dated courses");
  return best.courseId;
}

/** The unit with most dated courses, and of these the one that has most to tell. */
async function subjects(url: string): Promise<Subjects> {
  const { units } = await read<{ units: { unitId: string }[] }>(`${url}/api/units`);
  const lists = await Promise.all(
    units.map(async ({ unitId }) => ({
      unitId,
      list: await read<WorkList>(`${url}/api/units/${unitId}/work-list?limit=50`),
    })),
  );
  const made = (list: WorkList): boolean => list.rows.some(({ courseId }) => courseId.length > 20);
  const busiest = lists
    .filter(({ list }) => !made(list))
    .sort((a, b) => b.list.counts.dated - a.list.counts.dated)[0];
  if (busiest === undefined) throw new Error("pictures: expected at least one unit");
  return { unitId: busiest.unitId, courseId: await richest(url, busiest.list) };
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
    await page.screenshot({ path: file(name) });
    await page.context().close();
  }
}
