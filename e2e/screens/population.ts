// Knows whom the screens are shown with: the busiest unit of the population, and a course with much to tell.
import { randomUUID } from "node:crypto";
import { REFERRER } from "../people.ts";
import { OPERATOR, signIn } from "../sign-in.ts";

export interface Population {
  readonly unitId: string;
  readonly courseId: string;
  readonly patientId: string;
  /** A referral that waits at the unit, sent by the referrer of the population. */
  readonly referralId: string;
}

interface WorkList {
  readonly rows: readonly {
    readonly courseId: string;
    readonly patient: { readonly patientId: string };
  }[];
}

interface Units {
  readonly units: readonly { readonly unitId: string; readonly running: number }[];
}

/** A number that nobody has: its month is one that no real number has. */
const REFERRED = { personNumber: "65888700085", name: "Testine Skinnbakken" };

async function referAt(url: string, unitId: string): Promise<string> {
  const { ask } = await signIn(url, REFERRER);
  const body = JSON.stringify({
    unitId,
    pathway: "tsb",
    urgency: "ordinary",
    patient: REFERRED,
    referrer: { name: "Fanny Fastlege", organisation: "Lykkebo legekontor", phone: "99 99 99 99" },
    points: [{ item: "ref-symptoms", answer: "present", text: "Drikker daglig." }],
    incompleteBecause: "Resten ettersendes.",
    patientWords: "Jeg vil bli rusfri før sommeren.",
  });
  const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
  const sent = await ask("/api/referrals", { method: "POST", headers, body });
  if (!sent.ok) throw new Error(`referral: ${sent.status} ${await sent.text()}`);
  return ((await sent.json()) as { readonly referralId: string }).referralId;
}

export async function populationAt(url: string): Promise<Population> {
  const { ask } = await signIn(url, OPERATOR);
  const { units } = (await (await ask("/api/units")).json()) as Units;
  const [busiest] = [...units].sort((a, b) => b.running - a.running);
  if (busiest === undefined) throw new Error("units: expected at least one, got none");
  const { unitId } = busiest;
  const coordinator = await signIn(url, `coordinator-${unitId}`);
  const lists = ["dated", "undated"].map(async (group) => {
    const list = await coordinator.ask(`/api/units/${unitId}/work-list?group=${group}`);
    return ((await list.json()) as WorkList).rows;
  });
  const [first] = (await Promise.all(lists)).flat();
  if (first === undefined) throw new Error("work list: expected a course, got none");
  const referralId = await referAt(url, unitId);
  return { unitId, courseId: first.courseId, patientId: first.patient.patientId, referralId };
}
