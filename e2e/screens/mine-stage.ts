// Knows what the pages of "Mitt forløp" are shown with: a patient who has spoken up, has a plan for afterwards, waits for
// the answer to another referral, and elsewhere for something that takes longer than recommended.
import { MUNICIPAL_UNIT } from "@rettvei/demo";
import { type PatientStage, post, setPatientStage } from "../patient-stage.ts";
import { signIn } from "../sign-in.ts";
import { beginCourse, REFERRED } from "../staffed-course.ts";

export interface MineStage {
  readonly subject: string;
  /** With people, a plan, words and answers. */
  readonly courseId: string;
  /** Of the referral that waits. */
  readonly referredId: string;
  /** In which something has taken longer than recommended. */
  readonly longerId: string;
}

const REFERRAL = {
  pathway: "tsb",
  urgency: "ordinary",
  referrer: { name: "Fanny Fastlege", organisation: "Lykkebo legekontor", phone: "99 99 99 99" },
  points: [{ item: "ref-symptoms", answer: "present", text: "Sover dårlig og er mye urolig." }],
  incompleteBecause: "Resten ettersendes.",
  patientWords: "Jeg vil gjerne ha med søsteren min.",
};

const FOLLOW_UP = {
  municipalUnitId: MUNICIPAL_UNIT,
  ground: "Samtykke",
  responsible: { name: "Mona Moen", title: "Sykepleier", telephone: "99 99 99 98" },
  measures: [{ what: "Samtaler", who: "Kommunen", when: "Hver uke" }],
  patientsWords: "Jeg vil tilbake på jobb.",
  whereToTurn: "Ring Mona Moen.",
  isIndividualPlan: false,
};

/** Two things are said; one of them is answered. */
async function speakUp(url: string, { subject, courseId, coordinator }: PatientStage) {
  const { ask } = await signIn(url, subject);
  const voices = `/api/courses/${courseId}/voices`;
  const wish = { about: "other-therapist", words: "Jeg vil snakke med en annen." };
  const { voiceId, version } = await post<{ voiceId: string; version: number }>(ask, voices, wish);
  await post(ask, voices, { about: "not-working", words: "Gruppa er for stor for meg." });
  const answer = { words: "Vi ringer deg på mandag." };
  await post(coordinator.ask, `/api/voices/${voiceId}/answered`, answer, version);
}

export async function setMineStage(url: string): Promise<MineStage> {
  const stage = await setPatientStage(url);
  const { subject, courseId, patientId, unitId, coordinator } = stage;
  await speakUp(url, stage);
  await post(coordinator.ask, `/api/courses/${courseId}/follow-up-plan`, FOLLOW_UP);
  const referral = { ...REFERRAL, unitId, patient: { patientId } };
  const { courseId: referredId } = await post<{ courseId: string }>(
    coordinator.ask,
    "/api/referrals",
    referral,
  );
  const begun = { event: "first-attendance", occurredOn: "2024-11-20", careLevel: "poliklinikk" };
  const longerId = await beginCourse(coordinator.ask, {
    ...{ patientId, unitId, pathway: "tvangslidelse" },
    records: [...REFERRED, begun],
  });
  return { subject, courseId, referredId, longerId };
}
