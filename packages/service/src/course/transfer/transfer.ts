// Knows a transfer: a course is offered to another unit, and is the sender's until that unit has taken it over.
import type { CalendarDate } from "@rettvei/engine";
import { Type } from "typebox";
import { type Fact, factKind, isOfKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "../../http/schemas/basics.ts";

/** Within a trust the course goes on at the other unit; to another trust it ends, and a course of its own begins there. */
const REACHES = ["within-trust", "between-trusts", "private-specialist"] as const;
export type Reach = (typeof REACHES)[number];
export const ReachSchema = oneOf(REACHES);

const WordsSchema = Type.String({ minLength: 1, maxLength: 10_000 });

/** To the unit that the fact names. */
export const TRANSFER_OFFERED = factKind(
  "transfer-offered",
  Type.Object({
    reach: ReachSchema,
    fromUnitId: IdSchema,
    reason: WordsSchema,
    /** What the receiver should know. */
    summary: orNull(WordsSchema),
    dueOn: DateSchema,
  }),
);

export const TRANSFER_ACCEPTED = factKind(
  "transfer-accepted",
  Type.Object({
    /** The receiver's own course; null where the same course goes on. */
    newCourseId: orNull(IdSchema),
  }),
);

export const TRANSFER_DECLINED = factKind(
  "transfer-declined",
  Type.Object({ reason: WordsSchema }),
);
export const TRANSFER_WITHDRAWN = factKind(
  "transfer-withdrawn",
  Type.Object({ reason: WordsSchema }),
);

/** To a private specialist, who finishes the course; nobody there answers. */
export const TRANSFERRED_OUT = factKind(
  "transferred-to-private-specialist",
  Type.Object({ fromUnitId: IdSchema, name: Type.String(), reason: WordsSchema }),
);

const KINDS = [
  TRANSFER_OFFERED,
  TRANSFER_ACCEPTED,
  TRANSFER_DECLINED,
  TRANSFER_WITHDRAWN,
  TRANSFERRED_OUT,
];
export const TRANSFER_KINDS: readonly string[] = KINDS.map(({ kind }) => kind);

export const TRANSFER_STATES = [
  "offered",
  "accepted",
  "declined",
  "withdrawn",
  "sent-out",
] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

export interface Transfer {
  readonly transferId: string;
  readonly patientId: string;
  /** The sender's course. */
  readonly courseId: string;
  readonly newCourseId: string | null;
  readonly reach: Reach;
  readonly state: TransferState;
  readonly fromUnitId: string;
  /** Null where it went to a private specialist. */
  readonly toUnitId: string | null;
  /** Name of the private specialist. */
  readonly toName: string | null;
  readonly offeredOn: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly reason: string;
  readonly summary: string | null;
  readonly answeredOn: CalendarDate | null;
  readonly answer: string | null;
  readonly version: number;
}

function answered(fact: Fact | undefined): Pick<Transfer, "state" | "answer" | "newCourseId"> {
  if (fact !== undefined && isOfKind(fact, TRANSFER_ACCEPTED))
    return { state: "accepted", answer: null, newCourseId: fact.body.newCourseId };
  if (fact !== undefined && isOfKind(fact, TRANSFER_DECLINED))
    return { state: "declined", answer: fact.body.reason, newCourseId: null };
  if (fact !== undefined && isOfKind(fact, TRANSFER_WITHDRAWN))
    return { state: "withdrawn", answer: fact.body.reason, newCourseId: null };
  return { state: "offered", answer: null, newCourseId: null };
}

function sentOut(fact: Fact): Transfer | undefined {
  if (!isOfKind(fact, TRANSFERRED_OUT)) return undefined;
  const { fromUnitId, name: toName, reason } = fact.body;
  return {
    transferId: fact.matterId,
    patientId: fact.patientId ?? "",
    courseId: fact.courseId ?? "",
    ...{ newCourseId: null, reach: "private-specialist", state: "sent-out", fromUnitId, toName },
    ...{ toUnitId: null, offeredOn: fact.happenedOn, dueOn: null, reason, summary: null },
    ...{ answeredOn: fact.happenedOn, answer: null, version: fact.seq },
  };
}

/** Of at least one fact, in order. */
export function transferOf(facts: readonly Fact[]): Transfer {
  const [first] = facts;
  const last = facts.at(-1);
  if (first === undefined || last === undefined) throw new Error("bug: a transfer of no facts");
  const out = sentOut(first);
  if (out !== undefined) return out;
  const offer = lastOfKind(facts, TRANSFER_OFFERED);
  if (offer === undefined) throw new Error("bug: a transfer that nobody offered");
  const { reach, fromUnitId, reason, summary, dueOn } = offer.body;
  return {
    transferId: offer.matterId,
    patientId: offer.patientId ?? "",
    courseId: offer.courseId ?? "",
    ...{ reach, fromUnitId, toUnitId: offer.unitId, toName: null, reason, summary, dueOn },
    offeredOn: offer.happenedOn,
    answeredOn: last === offer ? null : last.happenedOn,
    ...answered(last),
    version: last.seq,
  };
}

/** Open while nobody has answered it: then the receiving unit has it to answer, and the course is still the sender's. */
export const TRANSFER: MatterType = {
  type: "transfer",
  kinds: KINDS,
  standing: (facts) => {
    const { state, toUnitId: unitId, dueOn } = transferOf(facts);
    const open = state === "offered";
    return { state, open, unitId, personId: null, dueOn: open ? dueOn : null };
  },
};
