// Knows what is told of a message that came from outside: received, placed, done with; and who at a unit sees to such.
import { Type } from "typebox";
import { factKind } from "../facts/fact.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "../http/schemas/basics.ts";

export const RECEIVED_KINDS = ["referral", "dialogue", "receipt", "unread"] as const;
export type ReceivedKind = (typeof RECEIVED_KINDS)[number];

export const DONE_REASONS = [
  "read-and-handled",
  "answered-the-sender",
  "sent-on-paper-again",
  "no-patient-of-ours",
  "not-a-message",
] as const;

const LossShape = Type.Object({
  path: Type.String(),
  line: Type.Integer(),
  column: Type.Integer(),
  value: Type.String(),
  how: oneOf(["missing", "changed"]),
});

const ProblemShape = Type.Object({
  code: Type.String(),
  line: Type.Integer(),
  column: Type.Integer(),
  path: Type.String(),
  expected: Type.String(),
  found: Type.String(),
});

/** A party by what people know it by. */
const PartyShape = Type.Object({
  name: orNull(Type.String()),
  kind: orNull(Type.String()),
  number: orNull(Type.String()),
});

export const RECEIVED = factKind(
  "message-received",
  Type.Object({
    kind: oneOf(RECEIVED_KINDS),
    /** The sender's own id of it; null where not even that could be read. */
    messageId: orNull(Type.String()),
    sender: PartyShape,
    receiver: PartyShape,
    /** What it says, as plain data of its standard; null where it was not read. */
    facts: Type.Unknown(),
    /** What the facts do not hold of it, element by element. */
    lost: Type.Array(LossShape),
    /** Why it was not read, or not taken. */
    problems: Type.Array(ProblemShape),
    /** The application receipt that it was answered by, to be given again if it comes again. */
    receipt: orNull(Type.String()),
    sha256: Type.String(),
    bytes: Type.Integer(),
    /** In base64, only of what could not be read, and only if small: a person has to look at it. */
    original: orNull(Type.String()),
    /** The day by which somebody has to have placed or read it. */
    dueOn: DateSchema,
    /** Who at the unit sees to what comes. */
    personId: orNull(IdSchema),
  }),
);

/** It is known whom it is about and where it belongs. */
export const PLACED = factKind(
  "received-placed",
  Type.Object({
    how: oneOf(["by-itself", "by-hand"]),
    pathway: orNull(Type.String()),
    /** The referral that it became or changed. */
    referralId: orNull(Type.String()),
    /** Who has it from now on, where it still has to be read. */
    personId: orNull(IdSchema),
  }),
);

export const DONE = factKind(
  "received-done",
  Type.Object({ reason: oneOf(DONE_REASONS), note: orNull(Type.String({ maxLength: 2_000 })) }),
);

export const INTAKE_PERSON_NAMED = factKind(
  "intake-person-named",
  Type.Object({ personId: IdSchema, name: Type.String({ minLength: 1, maxLength: 200 }) }),
);
