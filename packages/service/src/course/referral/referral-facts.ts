// Knows what is told of a referral, from when it is sent until what came of it.
import { GRANTED_FOR, SEVERITIES } from "@rettvei/engine";
import { type Static, Type } from "typebox";
import { factKind } from "../../facts/fact.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "../../http/schemas/basics.ts";
import { TelephoneSchema } from "../../http/schemas/words.ts";

/** `emergency` is looked at the same day and is never held up by points that are missing. */
export const URGENCIES = ["emergency", "soon", "ordinary"] as const;
const POINT_ANSWERS = ["present", "absent", "not-relevant"] as const;

const WordsSchema = Type.String({ minLength: 1, maxLength: 10_000 });
const NameSchema = Type.String({ minLength: 1, maxLength: 200 });

/** One point of the checklist: whether it is there, and what it says. */
export const PointSchema = Type.Object(
  { item: IdSchema, answer: oneOf(POINT_ANSWERS), text: Type.Optional(WordsSchema) },
  { additionalProperties: false },
);
export type Point = Static<typeof PointSchema>;

/** Somebody outside: the referrer, or the patient's GP. `address` is the key in the address book. */
export const OutsideSchema = Type.Object(
  {
    name: NameSchema,
    organisation: Type.Optional(NameSchema),
    phone: Type.Optional(TelephoneSchema),
    address: Type.Optional(IdSchema),
  },
  { additionalProperties: false },
);
export type Outside = Static<typeof OutsideSchema>;

const ATTACHMENT_TYPES = ["text/plain", "application/pdf", "image/png", "image/jpeg"] as const;
const ATTACHMENT_LETTERS = 140_000;

/** Written or made by the patient; its content as base64. */
export const AttachmentSchema = Type.Object(
  {
    name: NameSchema,
    contentType: oneOf(ATTACHMENT_TYPES),
    base64: Type.String({
      minLength: 4,
      maxLength: ATTACHMENT_LETTERS,
      pattern: "^[A-Za-z0-9+/]+={0,2}$",
    }),
  },
  { additionalProperties: false },
);
export type Attachment = Static<typeof AttachmentSchema>;

/** What an onward referral carries: how long the patient has waited, and a right that was given. */
export const OnwardSchema = Type.Object(
  {
    from: NameSchema,
    waitingSince: Type.Optional(DateSchema),
    right: Type.Optional(
      Type.Object(
        { grantedOn: DateSchema, grantedFor: oneOf(GRANTED_FOR), legalDeadline: DateSchema },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type Onward = Static<typeof OnwardSchema>;

/** The date by which it has to be assessed, with what it was found by. */
const AssessBySchema = Type.Object({
  dueOn: DateSchema,
  ruleId: Type.String(),
  edition: DateSchema,
  editionHash: Type.String(),
  receivedOn: DateSchema,
});
export type AssessBy = Static<typeof AssessBySchema>;

export const REFERRAL_SENT = factKind(
  "referral-sent",
  Type.Object({
    pathway: IdSchema,
    urgency: oneOf(URGENCIES),
    referrer: OutsideSchema,
    /** Whose words it is in: an actor of ours, or null where it came on paper. */
    referrerId: orNull(IdSchema),
    gp: orNull(OutsideSchema),
    /** The patient agrees that the GP is told, where somebody else refers. */
    tellGp: Type.Boolean(),
    points: Type.Array(PointSchema),
    /** Points of the checklist that nobody has answered, and why it was sent without them. */
    missing: Type.Array(IdSchema),
    incompleteBecause: orNull(WordsSchema),
    patientWords: orNull(WordsSchema),
    attachment: orNull(AttachmentSchema),
    onward: orNull(OnwardSchema),
    language: oneOf(["nb", "nn", "en"]),
    assessBy: AssessBySchema,
  }),
);

export const REFERRAL_CHANGED = factKind(
  "referral-changed",
  Type.Object({
    urgency: oneOf(URGENCIES),
    points: Type.Array(PointSchema),
    missing: Type.Array(IdSchema),
    patientWords: orNull(WordsSchema),
    note: WordsSchema,
  }),
);

export const REFERRAL_CANCELLED = factKind(
  "referral-cancelled",
  Type.Object({ reason: WordsSchema }),
);

/** To another unit, which then has it; the time that the law gives goes on. */
export const REFERRAL_SENT_ON = factKind(
  "referral-sent-on",
  Type.Object({ fromUnitId: Type.String(), reason: WordsSchema }),
);

/** Who answers for an answer: the national messages want a name and a telephone number. */
export const AuthorSchema = Type.Object(
  {
    givenName: NameSchema,
    familyName: NameSchema,
    telephone: TelephoneSchema,
    hpr: Type.Optional(IdSchema),
  },
  { additionalProperties: false },
);

export const RIGHT_GRANTED = factKind(
  "right-granted",
  Type.Object({
    pathway: IdSchema,
    condition: orNull(IdSchema),
    severity: orNull(oneOf(SEVERITIES)),
    grantedFor: oneOf(GRANTED_FOR),
    legalDeadline: DateSchema,
    /** When care begins, if that is known. */
    careFrom: orNull(DateSchema),
    text: orNull(WordsSchema),
    author: AuthorSchema,
  }),
);

export const RIGHT_REFUSED = factKind(
  "right-refused",
  Type.Object({
    reasons: WordsSchema,
    furtherMeasures: WordsSchema,
    howToComplain: WordsSchema,
    author: AuthorSchema,
  }),
);

/** Why a legal deadline was moved: it never moves by itself. */
export const MOVE_REASONS = ["patient-wish", "medical", "capacity"] as const;

export const LEGAL_DEADLINE_MOVED = factKind(
  "legal-deadline-moved",
  Type.Object({
    from: DateSchema,
    to: DateSchema,
    reason: oneOf(MOVE_REASONS),
    note: orNull(WordsSchema),
  }),
);
