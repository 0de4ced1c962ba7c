// Knows what is told of a message to somebody outside: written, tried, sent, received, failed, taken over, given up.
import { type Static, Type } from "typebox";
import { factKind } from "../facts/fact.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "../http/schemas/basics.ts";
import { ContentSchema } from "./message-content.ts";

export const PURPOSES = [
  "referral-answer",
  "refusal-letter",
  "deadline-moved",
  "copy-to-patient",
  "copy-to-gp",
  "plan-feedback",
  "question-answer",
  "discharge-summary",
  "follow-up-plan",
  "patient-notice",
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** National XML, a letter with words of its own, or a notice that tells nothing but that there is something. */
export const CHANNELS = ["xml", "letter", "notice"] as const;
export type Channel = (typeof CHANNELS)[number];

export const RECIPIENTS = ["patient", "gp", "referrer", "municipality", "organisation"] as const;

export const RecipientSchema = Type.Object(
  {
    kind: oneOf(RECIPIENTS),
    /** Its key in the address book; "patient" for patients. Empty if nobody knows it: the message then waits for one. */
    address: orNull(IdSchema),
    /** As people know it. */
    name: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
);
export type Recipient = Static<typeof RecipientSchema>;

/** Why it is not sent, or not by us. */
export const TROUBLES = [
  "no-address",
  "no-sender-number",
  "address-closed",
  "no-answer",
  "not-taken",
  "cannot-be-written",
  "refused-by-receiver",
] as const;
export type Trouble = (typeof TROUBLES)[number];

export const GIVEN_UP = [
  "told-by-telephone",
  "sent-on-paper",
  "told-in-person",
  "not-needed",
  "wrong-receiver",
  "patient-wants-none",
] as const;

const DetailSchema = Type.String({ maxLength: 500 });

export const WRITTEN = factKind(
  "message-written",
  Type.Object({
    purpose: oneOf(PURPOSES),
    channel: oneOf(CHANNELS),
    to: RecipientSchema,
    /** By when a receipt has to be there. */
    dueOn: DateSchema,
    content: ContentSchema,
    /** The person of the unit who has it: the coordinator, where there is one. */
    personId: orNull(IdSchema),
  }),
);

/** It cannot be sent as things are set up; it is tried again when they are changed. */
export const WAITING = factKind("message-waiting", Type.Object({ why: oneOf(TROUBLES) }));

/** One attempt of several that came to nothing. */
export const NOT_TAKEN = factKind(
  "message-not-taken",
  Type.Object({ attempt: Type.Integer(), of: Type.Integer(), why: DetailSchema }),
);

/** Handed over to the address; nobody has told yet that it arrived. */
export const SENT = factKind("message-sent", Type.Object({ attempt: Type.Integer() }));

/** What the receiver has told of it. */
export const RECEIPT = factKind(
  "message-receipt",
  Type.Object({
    receiptId: IdSchema,
    says: oneOf(["delivered", "read", "refused"]),
    reasons: Type.Array(DetailSchema, { maxItems: 100 }),
  }),
);

/** Nothing more is tried by itself. */
export const FAILED = factKind(
  "message-failed",
  Type.Object({ why: oneOf(TROUBLES), detail: DetailSchema, personId: orNull(IdSchema) }),
);

export const TRIED_AGAIN = factKind("message-tried-again", Type.Object({}));

export const TAKEN_OVER = factKind("message-taken-over", Type.Object({ personId: IdSchema }));

export const GIVEN_UP_FACT = factKind(
  "message-given-up",
  Type.Object({ reason: oneOf(GIVEN_UP), note: orNull(Type.String({ maxLength: 2_000 })) }),
);
