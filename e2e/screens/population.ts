// Knows whom the screens are shown with: the busiest unit of the population, and a course with much to tell.
import { readFileSync } from "node:fs";
import { MUNICIPAL_UNIT } from "@rettvei/demo";
import { REFERRER } from "../people.ts";
import { type Ask, OPERATOR, signIn } from "../sign-in.ts";
import { jsonOf, posted } from "../staffed-course.ts";
import { type MineStage, setMineStage } from "./mine-stage.ts";
import { staffCourse } from "./staff-course.ts";

export interface Population {
  readonly unitId: string;
  readonly courseId: string;
  readonly patientId: string;
  /** A referral that waits at the unit, sent by the referrer of the population. */
  readonly referralId: string;
  /** Whose pages of "Mitt forløp" are shown. */
  readonly mine: MineStage;
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

/** As somebody writes it; answers what the service answers. */
async function post<T>(ask: Ask, path: string, words: object): Promise<T> {
  return jsonOf<T>(await ask(path, posted(words)));
}

async function referAt(url: string, unitId: string): Promise<string> {
  const { ask } = await signIn(url, REFERRER);
  const sent = await post<{ readonly referralId: string }>(ask, "/api/referrals", {
    unitId,
    pathway: "tsb",
    urgency: "ordinary",
    patient: REFERRED,
    referrer: { name: "Fanny Fastlege", organisation: "Lykkebo legekontor", phone: "99 99 99 99" },
    points: [{ item: "ref-symptoms", answer: "present", text: "Drikker daglig." }],
    incompleteBecause: "Resten ettersendes.",
    patientWords: "Jeg vil bli rusfri før sommeren.",
  });
  return sent.referralId;
}

/** A referral that the referrer has begun, and not sent. */
async function beginAt(url: string, unitId: string): Promise<void> {
  const { ask } = await signIn(url, REFERRER);
  await post(ask, "/api/referral-drafts", {
    ...{ pathway: "tsb", unitId, urgency: "ordinary", language: "nb" },
    ...{ personNumber: REFERRED.personNumber, name: REFERRED.name, referrerName: "Fanny Fastlege" },
    ...{ organisation: "", phone: "", notGp: false, gpName: "", tellGp: false, points: [] },
    ...{ incompleteBecause: "", patientWords: "Jeg vil bli rusfri før sommeren." },
  });
}

const CONTACTS = [
  { side: "trust", name: "Kari Koordinator", telephone: "99 99 99 99" },
  { side: "municipality", name: "Mona Moen", telephone: "99 99 99 98" },
];

/** A course that is shared with the municipality for its follow-up plan, and an agreement with that. */
async function shareWithMunicipality(url: string, unitId: string, courseId: string) {
  const { ask } = await signIn(url, `coordinator-${unitId}`);
  await post(ask, `/api/courses/${courseId}/follow-up-plan`, {
    municipalUnitId: MUNICIPAL_UNIT,
    ground: "Samtykke",
    responsible: { name: "Mona Moen", title: "Sykepleier", telephone: "99 99 99 98" },
    measures: [{ what: "Samtaler", who: "Kommunen", when: "Hver uke" }],
    whereToTurn: "Ring Mona Moen.",
    isIndividualPlan: false,
  });
  const leader = await signIn(url, `leader-${unitId}`);
  await post(leader.ask, "/api/agreements", {
    unitId,
    title: "Samarbeid om utskrivning",
    municipalUnitId: MUNICIPAL_UNIT,
    municipality: "Testvik kommune",
    text: "Vi ringer hverandre før utskrivning.",
    contacts: CONTACTS,
    reviewOn: "2099-03-03",
  });
}

/** A referral of the samples that comes for the unit, and once more as nobody can read it. */
async function sendTo(url: string, unitId: string): Promise<void> {
  const { ask } = await signIn(url, REFERRER);
  const sample = "../../packages/messages/samples/henvisning-2.0-ny.xml";
  const referral = readFileSync(new URL(sample, import.meta.url), "utf8");
  const headers = { "content-type": "application/xml" };
  for (const body of [referral, referral.replace("<ReqServ>", "<Unknown/><ReqServ>")]) {
    const xml = body.replace(">9900210<", `>${unitId}<`).replace("53b1c001", `53b1${body.length}`);
    await ask("/api/messages", { method: "POST", headers, body: xml });
  }
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
  await beginAt(url, unitId);
  await sendTo(url, unitId);
  await staffCourse(url, unitId, first.courseId);
  await shareWithMunicipality(url, unitId, first.courseId);
  const mine = await setMineStage(url);
  const { patientId } = first.patient;
  return { unitId, courseId: first.courseId, patientId, referralId, mine };
}
