// Knows a referral while it is written: what is filled in, what is still needed, and what is sent.
import type { Schemas } from "../../app/api/client.ts";

export type Urgency = Schemas["Referral"]["urgency"];
export type PointAnswer = Schemas["Referral"]["points"][number]["answer"];
export type Attachment = NonNullable<Schemas["Referral"]["attachment"]>;

export interface DraftPoint {
  readonly answer?: PointAnswer;
  readonly text: string;
}

export interface ReferralDraft {
  readonly pathway: string;
  readonly unitId: string;
  readonly urgency: Urgency;
  readonly personNumber: string;
  readonly name: string;
  readonly language: "nb" | "nn" | "en";
  readonly referrerName: string;
  readonly organisation: string;
  readonly phone: string;
  readonly notGp: boolean;
  readonly gpName: string;
  readonly tellGp: boolean;
  readonly points: Readonly<Record<string, DraftPoint>>;
  readonly incompleteBecause: string;
  readonly patientWords: string;
  readonly attachment: Attachment | null;
}

export function emptyDraft(referrerName: string): ReferralDraft {
  return {
    pathway: "",
    unitId: "",
    urgency: "ordinary",
    personNumber: "",
    name: "",
    language: "nb",
    referrerName,
    organisation: "",
    phone: "",
    notGp: false,
    gpName: "",
    tellGp: false,
    points: {},
    incompleteBecause: "",
    patientWords: "",
    attachment: null,
  };
}

/** Words alone say that a point is there. */
export function answerOf(point: DraftPoint | undefined): PointAnswer | undefined {
  if (point === undefined) return undefined;
  return point.answer ?? (point.text.trim() === "" ? undefined : "present");
}

/** Ids of the points that are unanswered or said to be missing, in the order of the checklist. */
export function missingIn({ points }: ReferralDraft, items: readonly string[]): readonly string[] {
  return items.filter((item) => {
    const answer = answerOf(points[item]);
    return answer === undefined || answer === "absent";
  });
}

export const NEEDS = ["pathway", "unit", "personNumber", "name", "referrer", "because"] as const;
export type Need = (typeof NEEDS)[number];

/** What has to be filled in before it can be sent. Missing points hold up no emergency. */
export function needsOf(draft: ReferralDraft, missing: number): readonly Need[] {
  const unexplained = missing > 0 && draft.incompleteBecause.trim() === "";
  const lacks: Readonly<Record<Need, boolean>> = {
    pathway: draft.pathway === "",
    unit: draft.unitId === "",
    personNumber: !/^\d{11}$/.test(draft.personNumber.replaceAll(" ", "")),
    name: draft.name.trim() === "",
    referrer: draft.referrerName.trim() === "",
    because: unexplained && draft.urgency !== "emergency",
  };
  return NEEDS.filter((need) => lacks[need]);
}

const said = (text: string): string | undefined => (text.trim() === "" ? undefined : text.trim());

function withSaid<Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } {
  const words = said(text);
  return words === undefined ? {} : ({ [key]: words } as { readonly [K in Key]: string });
}

/** The points of this checklist that somebody has answered. */
function pointsOf({ points }: ReferralDraft, items: readonly string[]) {
  return items.flatMap((item) => {
    const answer = answerOf(points[item]);
    return answer === undefined
      ? []
      : [{ item, answer, ...withSaid("text", points[item]?.text ?? "") }];
  });
}

export function toSend(draft: ReferralDraft, items: readonly string[]) {
  const { pathway, unitId, urgency, language, attachment } = draft;
  const personNumber = draft.personNumber.replaceAll(" ", "");
  const gp = draft.notGp ? said(draft.gpName) : undefined;
  return {
    ...{ pathway, unitId, urgency, language },
    patient: { personNumber, name: draft.name.trim() },
    referrer: {
      name: draft.referrerName.trim(),
      ...withSaid("organisation", draft.organisation),
      ...withSaid("phone", draft.phone),
    },
    ...(gp === undefined ? {} : { gp: { name: gp }, tellGp: draft.tellGp }),
    points: pointsOf(draft, items),
    ...withSaid("incompleteBecause", draft.incompleteBecause),
    ...withSaid("patientWords", draft.patientWords),
    ...(attachment === null ? {} : { attachment }),
  };
}
