// Knows a referral as its facts say: what it says now, where it stands, who has it and by when it is to be assessed.
import type { CalendarDate } from "@rettvei/engine";
import type { Static } from "typebox";
import { type Fact, isOfKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType, Standing } from "../../facts/matter.ts";
import {
  LEGAL_DEADLINE_MOVED,
  REFERRAL_CANCELLED,
  REFERRAL_CHANGED,
  REFERRAL_SENT,
  REFERRAL_SENT_ON,
  RIGHT_GRANTED,
  RIGHT_REFUSED,
} from "./referral-facts.ts";

export const REFERRAL_STATES = ["waiting", "right-granted", "right-refused", "cancelled"] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

type Sent = Static<typeof REFERRAL_SENT.body>;

export interface Referral {
  readonly referralId: string;
  readonly patientId: string;
  readonly courseId: string;
  /** The unit that has it. */
  readonly unitId: string;
  readonly state: ReferralState;
  readonly receivedOn: CalendarDate;
  /** What it says now, changes included. */
  readonly content: Sent;
  readonly sentBy: string;
  readonly sentOnFrom: readonly string[];
  readonly changes: readonly { readonly on: CalendarDate; readonly note: string }[];
  readonly decision: Fact | undefined;
  readonly cancelled: Fact | undefined;
  /** As it was given, each move, and the one that holds. */
  readonly legalDeadlines: readonly CalendarDate[];
  readonly moves: readonly Fact<Static<typeof LEGAL_DEADLINE_MOVED.body>>[];
  /** Number of its last fact. */
  readonly version: number;
}

function stateOf(facts: readonly Fact[]): ReferralState {
  if (lastOfKind(facts, REFERRAL_CANCELLED) !== undefined) return "cancelled";
  if (lastOfKind(facts, RIGHT_GRANTED) !== undefined) return "right-granted";
  return lastOfKind(facts, RIGHT_REFUSED) === undefined ? "waiting" : "right-refused";
}

function contentOf(facts: readonly Fact[]): Sent {
  const sent = lastOfKind(facts, REFERRAL_SENT);
  if (sent === undefined) throw new Error("bug: a referral that nobody sent");
  const changed = lastOfKind(facts, REFERRAL_CHANGED);
  if (changed === undefined) return sent.body;
  const { note: _, ...content } = changed.body;
  return { ...sent.body, ...content };
}

/** Of at least one fact, in order. */
export function referralOf(facts: readonly Fact[]): Referral {
  const [first] = facts;
  const last = facts.at(-1);
  if (first === undefined || last === undefined) throw new Error("bug: a referral of no facts");
  const moves = facts.filter((fact) => isOfKind(fact, LEGAL_DEADLINE_MOVED)) as Referral["moves"];
  const granted = lastOfKind(facts, RIGHT_GRANTED);
  const given = granted === undefined ? [] : [granted.body.legalDeadline];
  return {
    referralId: first.matterId,
    patientId: first.patientId ?? "",
    courseId: last.courseId ?? "",
    unitId: last.unitId ?? "",
    state: stateOf(facts),
    receivedOn: contentOf(facts).assessBy.receivedOn,
    content: contentOf(facts),
    sentBy: first.recordedBy,
    sentOnFrom: facts.flatMap((fact) =>
      isOfKind(fact, REFERRAL_SENT_ON) ? [fact.body.fromUnitId] : [],
    ),
    changes: facts.flatMap((fact) =>
      isOfKind(fact, REFERRAL_CHANGED) ? [{ on: fact.happenedOn, note: fact.body.note }] : [],
    ),
    decision: granted ?? lastOfKind(facts, RIGHT_REFUSED),
    cancelled: lastOfKind(facts, REFERRAL_CANCELLED),
    legalDeadlines: [...given, ...moves.map(({ body }) => body.to)],
    moves,
    version: last.seq,
  };
}

/** An emergency is to be looked at on the day it came; anything else by the day that the law gives. */
function standing(facts: readonly Fact[]): Standing {
  const { state, unitId, content, receivedOn } = referralOf(facts);
  const open = state === "waiting";
  const dueOn = content.urgency === "emergency" ? receivedOn : content.assessBy.dueOn;
  return { state, open, unitId, personId: null, dueOn: open ? dueOn : null };
}

export const REFERRAL: MatterType = {
  type: "referral",
  kinds: [
    REFERRAL_SENT,
    REFERRAL_CHANGED,
    REFERRAL_CANCELLED,
    REFERRAL_SENT_ON,
    RIGHT_GRANTED,
    RIGHT_REFUSED,
    LEGAL_DEADLINE_MOVED,
  ],
  standing,
};
