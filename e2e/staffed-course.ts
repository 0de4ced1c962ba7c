// Knows how a course is begun at a unit for a story, and how somebody of the unit gets the task to treat in it.
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import type { Hands } from "./hands.ts";
import type { Ask } from "./sign-in.ts";

type Fields = Readonly<Record<string, string>>;

interface NewCourse {
  readonly patientId: string;
  readonly pathway: string;
  readonly unitId: string;
  readonly records: readonly Fields[];
}

export async function jsonOf<T>(answer: Response): Promise<T> {
  const body = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
  // The story fails where the shape is another: it reads what it needs by name.
  return body as T;
}

export function posted(body: unknown, more: Fields = {}): RequestInit {
  const headers = {
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
    ...more,
  };
  return { method: "POST", headers, body: JSON.stringify(body) };
}

/** Under an edition that has published times: referred and begun in November 2024. */
export const REFERRED: readonly Fields[] = [
  { event: "referral-received", occurredOn: "2024-11-01" },
  { event: "pathway-start", occurredOn: "2024-11-01" },
  { event: "referral-assessed", occurredOn: "2024-11-08", outcome: "right-granted" },
];

/** Id of the new course. */
export async function beginCourse(ask: Ask, course: NewCourse): Promise<string> {
  const { courseId } = await jsonOf<{ courseId?: string; course?: { courseId: string } }>(
    await ask("/api/courses", posted(course)),
  ).then((body) => ({ courseId: body.course?.courseId ?? body.courseId }));
  if (courseId === undefined) throw new Error("course: expected its id in the answer");
  return courseId;
}

/** Name of whoever is logged in. */
export async function nameOf(ask: Ask): Promise<string> {
  return (await jsonOf<{ name: string }>(await ask("/api/session"))).name;
}

export async function goToTab(page: Page, hands: Hands, name: string): Promise<void> {
  const tabs = page.getByRole("navigation", { name: "Deler av forløpet" });
  await hands.press(tabs.getByRole("link", { name, exact: true }));
}

export interface TaskGiven {
  /** As its part of the screen is called. */
  readonly task: string;
  /** Of whoever gets it. */
  readonly name: string;
}

/** On the screen of who has which task. */
export async function giveTask(page: Page, hands: Hands, { task, name }: TaskGiven): Promise<void> {
  const part = page.getByRole("region", { name: task, exact: true });
  await part.getByText("Gi oppgaven til noen").waitFor();
  const who = part.getByRole("combobox", { name: "Hvem" });
  // Open already where nobody coordinates the course.
  if (!(await who.isVisible())) await hands.press(part.getByText("Gi oppgaven til noen"));
  await hands.choose(who, name);
  await hands.write(part.getByRole("textbox", { name: "Telefon" }), "99 99 99 99");
  await hands.press(part.getByRole("button", { name: "Gi oppgaven" }));
  await part.getByText("Overlat til en annen").waitFor();
}

/** The coordinator gives the task to treat, on the course's own screen. */
export async function giveToPractitioner(page: Page, hands: Hands, name: string): Promise<void> {
  await goToTab(page, hands, "Ansvar");
  await giveTask(page, hands, { task: "Behandler", name });
}
