// Knows the courses that the coordinator's story needs, made by the product's own API relative to its today.
import { randomUUID } from "node:crypto";
import { type Ask, coordinatorAt, OPERATOR, signIn } from "./sign-in.ts";

const DAY_MS = 86_400_000;

export interface MadeCourses {
  readonly unitId: string;
  readonly unitName: string;
  readonly asOf: string;
  /** Patients in the order that their rows must have. */
  readonly order: readonly string[];
  readonly dayFrom: (days: number) => string;
}

interface UnitAnswer {
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly running: number;
  }[];
}

type Fields = Readonly<Record<string, string>>;

async function answerOf<T>(response: Response): Promise<T> {
  const body = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  // The story fails where the shape is another: it reads what it needs by name.
  return body as T;
}

function written(): Readonly<Record<string, string>> {
  return { "content-type": "application/json", "idempotency-key": randomUUID() };
}

/** Registers in a course as it is now, as a colleague at another machine does. */
export async function registerElsewhere(ask: Ask, courseId: string, record: Fields): Promise<void> {
  const address = `/api/courses/${encodeURIComponent(courseId)}`;
  const seen = (await ask(address)).headers.get("etag") ?? "";
  const headers = { ...written(), "if-match": seen };
  const body = JSON.stringify({ records: [record] });
  await answerOf(await ask(`${address}/records`, { method: "POST", headers, body }));
}

/** Id of the course's record of the event. */
export async function recordOf(ask: Ask, courseId: string, event: string): Promise<string> {
  const answer = await ask(`/api/courses/${encodeURIComponent(courseId)}`);
  const { records } = await answerOf<{ records: readonly { recordId: string; event: string }[] }>(
    answer,
  );
  const found = records.find((record) => record.event === event);
  if (found === undefined) throw new Error(`course: expected a record of ${event}, got none`);
  return found.recordId;
}

async function quietUnit(url: string) {
  const { ask } = await signIn(url, OPERATOR);
  const { units } = await answerOf<UnitAnswer>(await ask("/api/units"));
  const quiet = [...units].sort((a, b) => a.running - b.running)[0];
  if (quiet === undefined) throw new Error("units: expected at least one, got none");
  return quiet;
}

/** Started under an edition with known times: all but the first records are dated from today. */
const STARTED = "2024-11-01";
const assessed: Fields = {
  event: "referral-assessed",
  occurredOn: "2024-11-08",
  outcome: "right-granted",
};
const begin: readonly Fields[] = [
  { event: "referral-received", occurredOn: STARTED },
  { event: "pathway-start", occurredOn: STARTED },
];

/** Six courses in one unit: two past their dates, four with days left. */
export async function makeCourses(url: string): Promise<MadeCourses> {
  const { asOf } = await answerOf<{ asOf: string }>(await fetch(`${url}/api/health`));
  const today = Date.parse(`${asOf}T00:00:00Z`);
  const dayFrom = (days: number): string =>
    new Date(today + days * DAY_MS).toISOString().slice(0, 10);
  const { unitId, name } = await quietUnit(url);
  const { ask } = await signIn(url, coordinatorAt(unitId));
  const attended = (days: number, careLevel: string): readonly Fields[] => [
    assessed,
    { event: "first-attendance", occurredOn: dayFrom(days), careLevel },
  ];
  const courses: Readonly<Record<string, readonly Fields[]>> = {
    "e2e-over": attended(-30, "poliklinikk"),
    "e2e-breached": [{ ...assessed, legalDeadline: dayFrom(-2) }],
    "e2e-five-left": attended(-16, "poliklinikk"),
    "e2e-six-left": attended(-1, "dogn"),
    "e2e-seven-left": attended(-14, "poliklinikk"),
    "e2e-legal": [{ ...assessed, legalDeadline: dayFrom(12) }],
  };
  for (const [patientId, records] of Object.entries(courses)) {
    const body = JSON.stringify({
      patientId,
      pathway: "tsb",
      unitId,
      records: [...begin, ...records],
    });
    await answerOf(await ask("/api/courses", { method: "POST", headers: written(), body }));
  }
  return { unitId, unitName: name, asOf, order: Object.keys(courses), dayFrom };
}
