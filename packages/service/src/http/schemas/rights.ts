// Knows the shapes of a patient's rights: blocks, who acts for whom, what guardians see, the own log, opened access.
import { Type } from "typebox";
import { AGE_GROUPS } from "../../access/age.ts";
import { WAYS_TO_ACT } from "../../access/representation.ts";
import { GLASS_GROUNDS, REASON_LETTERS, REVIEW_RESULTS } from "../../rights/break-glass.ts";
import { GUARDIAN_VIEWS } from "../../rights/guardian-view.ts";
import {
  DateSchema,
  IdSchema,
  LARGEST_NUMBER,
  oneOf,
  orNull,
  PatientSchema,
  TextSchema,
} from "./basics.ts";
import { namedSchema } from "./named.ts";
import { NameSchema, WordsSchema } from "./words.ts";

const closed = { additionalProperties: false } as const;

export const NewBlockSchema = Type.Object(
  {
    against: oneOf(["person", "unit", "organisation"]),
    id: IdSchema,
    courseId: Type.Optional(IdSchema),
  },
  {
    ...closed,
    description: "Without a course it covers everything, also what is written later.",
    examples: [{ against: "unit", id: "u9" }],
  },
);

const BlockSchema = Type.Object({
  blockId: Type.String(),
  state: oneOf(["in-force", "lifted"]),
  courseId: orNull(Type.String()),
  /** Whom it keeps out; null to all but the patient. */
  against: orNull(oneOf(["person", "unit", "organisation"])),
  id: orNull(Type.String()),
  since: DateSchema,
  version: Type.Integer(),
});
export const BlocksSchema = Type.Object({ blocks: Type.Array(BlockSchema) });

export const NewRepresentationSchema = Type.Object(
  {
    actsAs: oneOf(WAYS_TO_ACT),
    personId: IdSchema,
    personName: NameSchema,
    representativeBornOn: Type.Optional(DateSchema),
    atChildsAddress: Type.Optional(Type.Boolean()),
    courseId: Type.Optional(IdSchema),
    purpose: NameSchema,
    until: DateSchema,
  },
  {
    ...closed,
    description:
      "A patient gives a power of attorney or a consent; a unit registers a guardian. A consent holds for twelve months at most.",
    examples: [
      {
        actsAs: "consent",
        personId: "person-7",
        personName: "Kari Nordmann",
        purpose: "Støtte i hverdagen",
        until: "2027-03-03",
      },
    ],
  },
);

const RepresentationSchema = Type.Object({
  representationId: Type.String(),
  state: oneOf(["in-force", "ended"]),
  actsAs: oneOf(WAYS_TO_ACT),
  personId: Type.String(),
  personName: Type.String(),
  courseId: orNull(Type.String()),
  purpose: Type.String(),
  from: DateSchema,
  until: DateSchema,
  version: Type.Integer(),
});
export const RepresentationsSchema = Type.Object({
  representations: Type.Array(RepresentationSchema),
});

export const GuardianViewSchema = Type.Object(
  {
    view: oneOf(GUARDIAN_VIEWS),
    matterId: Type.Optional(IdSchema),
    reason: WordsSchema,
  },
  {
    ...closed,
    description: "Of the course, or of one matter of it: a plan, say.",
    examples: [{ view: "withheld", reason: "Barnet ber om det, av grunner som bør respekteres." }],
  },
);

export const GuardianViewNowSchema = Type.Object(
  {
    ageGroup: oneOf(AGE_GROUPS),
    guardiansSee: Type.Boolean({ description: "By age, and by what was last said." }),
    said: orNull(
      Type.Object({ view: oneOf(GUARDIAN_VIEWS), reason: Type.String(), on: DateSchema }),
    ),
  },
  {
    examples: [
      {
        ageGroup: "young",
        guardiansSee: true,
        said: { view: "released", reason: "Barnet vil det selv.", on: "2026-03-03" },
      },
    ],
  },
);

export const AddressSecrecySchema = Type.Object(
  { confidential: Type.Boolean() },
  { ...closed, examples: [{ confidential: true }] },
);

export const KeptSchema = Type.Object({ id: Type.String(), state: Type.String() });

export const OpenGlassSchema = Type.Object(
  {
    ground: oneOf(GLASS_GROUNDS),
    reason: Type.String({ ...WordsSchema, minLength: REASON_LETTERS }),
  },
  {
    ...closed,
    description: "`danger-to-life` alone holds against a patient's block.",
    examples: [{ ground: "acute", reason: "Innlagt bevisstløs på akuttmottaket" }],
  },
);

export const GlassSchema = Type.Object({
  glassId: Type.String(),
  until: Type.String({ format: "date-time" }),
});

export const OpenedSchema = Type.Object({
  opened: Type.Array(
    Type.Object({
      glassId: Type.String(),
      until: Type.String({ format: "date-time" }),
      ground: oneOf(GLASS_GROUNDS),
      patient: PatientSchema,
      courses: Type.Array(
        Type.Object({
          courseId: Type.String(),
          pathway: Type.String(),
          running: Type.Boolean(),
          unitName: orNull(Type.String()),
          lastEventOn: orNull(DateSchema),
        }),
        { description: "Those that run first." },
      ),
    }),
    { description: "One at most: opening another patient ends it." },
  ),
});

export const ReviewsSchema = Type.Object({
  reviews: Type.Array(
    Type.Object({
      reviewId: Type.String(),
      state: oneOf(["waiting", ...REVIEW_RESULTS]),
      openedByName: Type.String(),
      openedOn: DateSchema,
      ground: oneOf(GLASS_GROUNDS),
      reason: Type.String(),
      dueOn: DateSchema,
      version: Type.Integer(),
    }),
  ),
  /** Openings by persons of the unit, by month. */
  statistics: Type.Array(Type.Object({ month: Type.String(), openings: Type.Integer() })),
});

export const ReviewResultSchema = Type.Object(
  { result: oneOf(REVIEW_RESULTS), words: WordsSchema },
  { ...closed, examples: [{ result: "justified", words: "Vakthavende, pasienten var innlagt." }] },
);

export const PatientLogSchema = Type.Object({
  entries: Type.Array(
    Type.Object({
      entry: Type.Integer(),
      at: Type.String({ format: "date-time" }),
      name: Type.String(),
      role: Type.String(),
      organisation: Type.String(),
      unit: Type.String(),
      unitName: orNull(Type.String()),
      what: Type.String({ description: "The resource, and what was done to it: r, w, d, x." }),
      outcome: oneOf(["allowed", "refused", "failed"]),
      unforeseen: Type.Boolean(),
      why: TextSchema,
    }),
  ),
  next: orNull(Type.Integer({ description: "`before` of the next page." })),
});

export const AskExplanationSchema = Type.Object(
  { entry: Type.Integer({ minimum: 1, maximum: LARGEST_NUMBER }), words: WordsSchema },
  { ...closed, examples: [{ entry: 1042, words: "Hvorfor så legen på plana mi?" }] },
);

export const ExplanationSchema = Type.Object({
  explanationId: Type.String(),
  state: oneOf(["waiting", "explained"]),
  entry: Type.Integer(),
  words: Type.String(),
  dueOn: DateSchema,
  answer: orNull(Type.String()),
});

const AskedExplanationSchema = namedSchema(
  "AskedExplanation",
  Type.Object({
    explanationId: Type.String(),
    patient: PatientSchema,
    lookedByName: Type.String(),
    role: Type.String(),
    at: Type.String({ format: "date-time" }),
    unforeseen: Type.Boolean({ description: "Opened as an emergency." }),
    words: Type.String(),
    dueOn: DateSchema,
    version: Type.Integer(),
  }),
);
export const AskedExplanationsSchema = Type.Object({
  asked: Type.Array(AskedExplanationSchema, {
    description: "Without those of patients who have blocked whoever asks.",
  }),
});

export const ExplainSchema = Type.Object(
  { words: WordsSchema },
  { ...closed, examples: [{ words: "Legen hadde vakt og svarte på en telefon fra fastlegen." }] },
);
