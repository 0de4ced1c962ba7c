// Knows what the patients' stories play on: a patient of the population with helpers, a plan and a planned evaluation.
import { randomUUID } from "node:crypto";
import type { Ask, SignedIn } from "./sign-in.ts";
import { coordinatorAt, signIn } from "./sign-in.ts";

export interface PatientStage {
  readonly subject: string;
  readonly courseId: string;
  readonly patientId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly evaluationOn: string;
  readonly coordinator: SignedIn;
}

async function bodyOf<T>(response: Response): Promise<T> {
  const body = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return body as T;
}

/** Writes something new, or to what was seen in the version. */
export async function post<T>(ask: Ask, url: string, body: object, version?: number): Promise<T> {
  const headers = {
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
    ...(version === undefined ? {} : { "if-match": `"${version}"` }),
  };
  return bodyOf<T>(await ask(url, { method: "POST", headers, body: JSON.stringify(body) }));
}

export async function get<T>(ask: Ask, url: string): Promise<T> {
  return bodyOf<T>(await ask(url));
}

/** Persons whom the test login offers as patients. */
async function patientSubjects(url: string): Promise<readonly string[]> {
  let at = `${url}/login`;
  let cookie = "";
  for (;;) {
    const answer = await fetch(at, { redirect: "manual", headers: { cookie } });
    const given = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
    cookie = [...(cookie === "" ? [] : [cookie]), ...given].join("; ");
    const to = answer.headers.get("location");
    if (to === null) {
      const page = await answer.text();
      return [...page.matchAll(/value="(patient-[^"]+)"/g)].flatMap(([, found]) => found ?? []);
    }
    at = new URL(to, at).href;
  }
}

/** Somebody close to whom nobody has given leave to see anything yet. */
export const RELATIVE = "relative-000000000";

interface MyPathway {
  readonly asOf: string;
  readonly courseId: string;
  readonly patientId: string;
  readonly name: string;
  readonly ageGroup: string;
  readonly unit: { readonly unitId: string; readonly name: string };
}

const DAY_MS = 86_400_000;

async function grownUp(url: string): Promise<{ subject: string; mine: MyPathway }> {
  for (const subject of await patientSubjects(url)) {
    const { ask } = await signIn(url, subject);
    const { courses } = await get<{ courses: { courseId: string }[] }>(ask, "/api/my-pathway");
    const [course] = courses;
    if (course === undefined) continue;
    const mine = await get<MyPathway>(ask, `/api/courses/${course.courseId}/my-pathway`);
    if (mine.ageGroup === "adult") return { subject, mine };
  }
  throw new Error("patients: expected a grown-up one with a running course, got none");
}

export async function setPatientStage(url: string): Promise<PatientStage> {
  const { subject, mine } = await grownUp(url);
  const { courseId, patientId, name, unit, asOf } = mine;
  const { unitId } = unit;
  const coordinator = await signIn(url, coordinatorAt(unitId));
  const practitionerId = `practitioner-${unitId}`;
  const held = [
    { role: "coordinator", personId: coordinatorAt(unitId), personName: "Kari Koordinator" },
    { role: "practitioner", personId: practitionerId, personName: "Berit Behandler" },
  ];
  for (const holder of held) {
    const body = { ...holder, unitId, phone: "99 99 99 99" };
    const assignments = `/api/courses/${courseId}/assignments`;
    const seen = (await coordinator.ask(assignments)).headers.get("etag") ?? "0";
    await post(coordinator.ask, assignments, body, Number(seen.replace(/\D/g, "")));
  }
  const { ask } = await signIn(url, practitionerId);
  const evaluationOn = new Date(Date.parse(`${asOf}T00:00:00Z`) + 21 * DAY_MS)
    .toISOString()
    .slice(0, 10);
  await post(ask, `/api/courses/${courseId}/plans`, {
    kind: "treatment",
    goals: [{ words: "Jeg vil sove om natta.", patientsOwn: true }],
    measures: [{ what: "Samtaler", who: "Berit Behandler", when: "Hver uke" }],
    nextEvaluationOn: evaluationOn,
    madeTogether: true,
    telephone: "99 99 99 99",
  });
  const told = { subject, courseId, patientId, name, unitId, unitName: unit.name };
  return { ...told, evaluationOn, coordinator };
}
