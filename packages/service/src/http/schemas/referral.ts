// Knows the shapes of referrals: as they are handed in, as they are shown, and as lists hold them.
import { GRANTED_FOR } from "@rettvei/engine";
import { Type } from "typebox";
import { REFERRAL_STATES } from "../../course/referral/referral.ts";
import {
  AttachmentSchema,
  MOVE_REASONS,
  OnwardSchema,
  OutsideSchema,
  PointSchema,
  URGENCIES,
} from "../../course/referral/referral-facts.ts";
import {
  DateSchema,
  IdSchema,
  oneOf,
  orNull,
  PatientSchema,
  SourceSchema,
  TextSchema,
} from "./basics.ts";
import { namedSchema } from "./named.ts";

const WordsSchema = Type.String({ minLength: 1, maxLength: 10_000 });
const NameSchema = Type.String({ minLength: 1, maxLength: 200 });
const PointsSchema = Type.Array(PointSchema, { maxItems: 100 });

const PatientByNumberSchema = Type.Object(
  {
    personNumber: Type.String({ minLength: 11, maxLength: 11, pattern: "^[0-9]{11}$" }),
    name: NameSchema,
    birthYear: Type.Optional(Type.Integer({ minimum: 1850, maximum: 2200 })),
  },
  { additionalProperties: false, description: "Looked up by the number; made known if new." },
);

const PatientByIdSchema = Type.Object({ patientId: IdSchema }, { additionalProperties: false });

const EXAMPLE_POINTS = [
  { item: "ref-symptoms", answer: "present", text: "Nedstemt siden i høst." },
  { item: "ref-interpreter", answer: "not-relevant" },
];

export const NewReferralSchema = Type.Object(
  {
    unitId: IdSchema,
    pathway: IdSchema,
    urgency: oneOf(URGENCIES),
    patient: Type.Union([PatientByNumberSchema, PatientByIdSchema]),
    receivedOn: Type.Optional(DateSchema),
    referrer: OutsideSchema,
    gp: Type.Optional(OutsideSchema),
    tellGp: Type.Optional(Type.Boolean()),
    points: PointsSchema,
    incompleteBecause: Type.Optional(WordsSchema),
    patientWords: Type.Optional(WordsSchema),
    attachment: Type.Optional(AttachmentSchema),
    onward: Type.Optional(OnwardSchema),
    language: Type.Optional(oneOf(["nb", "nn", "en"])),
    draftId: Type.Optional(IdSchema),
  },
  {
    additionalProperties: false,
    description:
      "`receivedOn` is for one that came on paper. Points that nobody answered hold it up until `incompleteBecause` says why, an emergency never. `draftId`: a draft of whoever sends it, thrown away with it.",
    examples: [
      {
        unitId: "9900001",
        pathway: "tsb",
        urgency: "ordinary",
        patient: { personNumber: "65888700085", name: "Testine Skinnbakken", birthYear: 1987 },
        referrer: {
          name: "Fanny Fastlege",
          organisation: "Lykkebo legekontor",
          phone: "99 99 99 99",
        },
        points: EXAMPLE_POINTS,
        incompleteBecause: "Resten ettersendes.",
        patientWords: "Jeg vil bli rusfri før sommeren.",
      },
    ],
  },
);

export const DraftSchema = Type.Object(
  { pathway: IdSchema, urgency: oneOf(URGENCIES), points: PointsSchema },
  {
    additionalProperties: false,
    examples: [{ pathway: "tsb", urgency: "ordinary", points: EXAMPLE_POINTS }],
  },
);

const ItemSchema = Type.Object({ item: Type.String(), text: TextSchema });

export const CheckedSchema = Type.Object({
  missing: Type.Array(ItemSchema),
  mayBeSent: Type.Boolean({
    description: "False where somebody has to say first why points are missing.",
  }),
});

export const ChecklistSchema = Type.Object({
  pathway: Type.String(),
  edition: DateSchema,
  items: Type.Array(
    Type.Object({
      item: Type.String(),
      text: TextSchema,
      role: Type.String(),
      source: SourceSchema,
    }),
  ),
});

const MoveSchema = Type.Object({
  on: DateSchema,
  from: DateSchema,
  to: DateSchema,
  reason: oneOf(MOVE_REASONS),
  note: orNull(Type.String()),
  movedBy: Type.String(),
});

const DecisionSchema = Type.Object({
  on: DateSchema,
  decidedBy: Type.String(),
  pathway: orNull(Type.String()),
  grantedFor: orNull(oneOf(GRANTED_FOR)),
  careFrom: orNull(DateSchema),
  text: orNull(Type.String()),
  reasons: orNull(Type.String()),
  furtherMeasures: orNull(Type.String()),
  howToComplain: orNull(Type.String()),
});

const LegalDeadlineSchema = Type.Object(
  { now: DateSchema, original: DateSchema, moves: Type.Array(MoveSchema) },
  { description: "The patient's own; the date first given stays visible." },
);

export const ReferralSchema = namedSchema(
  "Referral",
  Type.Object({
    referralId: Type.String(),
    courseId: Type.String(),
    patient: PatientSchema,
    unitId: Type.String(),
    state: oneOf(REFERRAL_STATES),
    pathway: Type.String({ description: "What the referrer asked for." }),
    urgency: oneOf(URGENCIES),
    receivedOn: DateSchema,
    assessBy: Type.Object(
      { dueOn: DateSchema, ruleId: Type.String(), edition: DateSchema, editionHash: Type.String() },
      { description: "The day that the law gives, and by which rule of which edition." },
    ),
    referrer: OutsideSchema,
    gp: orNull(OutsideSchema),
    tellGp: Type.Boolean(),
    points: PointsSchema,
    missing: Type.Array(ItemSchema),
    incompleteBecause: orNull(Type.String()),
    patientWords: orNull(Type.String()),
    attachment: orNull(AttachmentSchema),
    onward: orNull(OnwardSchema),
    sentOnFrom: Type.Array(Type.String(), { description: "Units that had it before." }),
    changes: Type.Array(Type.Object({ on: DateSchema, note: Type.String() })),
    cancelled: orNull(Type.Object({ on: DateSchema, reason: Type.String() })),
    decision: orNull(DecisionSchema),
    legalDeadline: orNull(LegalDeadlineSchema),
  }),
);

const STATUS = {
  referralId: Type.String(),
  courseId: Type.String(),
  patientName: orNull(Type.String()),
  unitId: Type.String(),
  unitName: Type.String(),
  pathway: Type.String(),
  state: oneOf(REFERRAL_STATES),
  receivedOn: DateSchema,
  assessBy: DateSchema,
  decision: orNull(DecisionSchema),
  legalDeadline: orNull(DateSchema),
};

/** What came of it, for who sent it. */
export const ReferralStatusSchema = namedSchema("ReferralStatus", Type.Object(STATUS));

export const WaitingReferralsSchema = Type.Object({
  asOf: DateSchema,
  unitId: Type.String(),
  rows: Type.Array(
    Type.Object({
      referralId: Type.String(),
      courseId: Type.String(),
      patient: PatientSchema,
      pathway: Type.String(),
      urgency: oneOf(URGENCIES),
      receivedOn: DateSchema,
      dueOn: DateSchema,
      daysLeft: Type.Integer({ description: "Calendar days; negative: days past." }),
      missing: Type.Integer({ description: "Points of the checklist that nobody answered." }),
    }),
    {
      description: "Emergencies are due on the day they came; the others on the day the law gives.",
    },
  ),
  next: orNull(Type.String({ description: "Cursor of the next page; null on the last." })),
});

const MyReferralSchema = namedSchema(
  "MyReferral",
  Type.Object({
    ...STATUS,
    unread: Type.Integer({
      description:
        "Answers and messages from the unit that have come since whoever asks last read what was written.",
    }),
  }),
);

export const MyReferralsSchema = Type.Object({ referrals: Type.Array(MyReferralSchema) });

export const ReferralChangeSchema = Type.Object(
  {
    urgency: Type.Optional(oneOf(URGENCIES)),
    points: Type.Optional(PointsSchema),
    patientWords: Type.Optional(WordsSchema),
    note: WordsSchema,
  },
  {
    additionalProperties: false,
    description: "Answers are new, or take the place of those of the same points.",
    examples: [
      {
        points: [{ item: "ref-daily-function", answer: "present", text: "Er sykmeldt." }],
        note: "Ettersendt.",
      },
    ],
  },
);

export const CancellationSchema = Type.Object(
  { reason: WordsSchema },
  { additionalProperties: false, examples: [{ reason: "Pasienten ønsker ikke behandling nå." }] },
);
