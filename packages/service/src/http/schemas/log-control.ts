// Knows the shapes of the log control: what is looked into, why, and what came of it. Never what was read.
import { Type } from "typebox";
import { ACCESS_OUTCOMES, SignSchema } from "../../oversight/access-review.ts";
import { DateSchema, oneOf, orNull, PatientSchema } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { WordsSchema } from "./words.ts";

const closed = { additionalProperties: false } as const;

const STATES = ["waiting", "asked", "explained", ...ACCESS_OUTCOMES] as const;

const AccessReviewSchema = namedSchema(
  "AccessReview",
  Type.Object(
    {
      reviewId: Type.String(),
      state: oneOf(STATES),
      lookedByName: Type.String(),
      role: Type.String(),
      unitId: Type.String(),
      unitName: orNull(Type.String()),
      patient: PatientSchema,
      on: DateSchema,
      looks: Type.Integer(),
      signs: Type.Array(SignSchema),
      dueOn: DateSchema,
      mine: Type.Boolean({ description: "Of whoever asks: somebody else has to decide it." }),
      version: Type.Integer(),
    },
    { description: "What one person looked up of one patient on one day, and why it is here." },
  ),
);

export const AccessReviewsSchema = Type.Object({
  asOf: DateSchema,
  waiting: Type.Integer(),
  decided: Type.Integer(),
  bySign: Type.Array(Type.Object({ sign: SignSchema.properties.sign, open: Type.Integer() }), {
    description: "Of those that are open; one may have several signs.",
  }),
  reviews: Type.Array(AccessReviewSchema, { description: "Those due first; at most 200." }),
  examined: orNull(
    Type.Object(
      { from: DateSchema, to: DateSchema, looked: Type.Integer(), flagged: Type.Integer() },
      { description: "What was gone through last." },
    ),
  ),
});

export const ReviewsQuerySchema = Type.Object(
  {
    decided: Type.Optional(
      Type.Boolean({ description: "Those that are decided, not those open." }),
    ),
  },
  closed,
);

const SaidSchema = Type.Object({ words: Type.String(), on: DateSchema, by: Type.String() });

export const AccessReviewPageSchema = Type.Object({
  review: AccessReviewSchema,
  accesses: Type.Array(
    Type.Object({
      entry: Type.Integer(),
      at: Type.String({ format: "date-time" }),
      what: Type.String({ description: "The resource, and what was done to it: r, w, d, x." }),
      basis: Type.String(),
      unforeseen: Type.Boolean(),
      outcome: oneOf(["allowed", "refused", "failed"]),
    }),
    { description: "At most 200." },
  ),
  asked: orNull(SaidSchema),
  explained: orNull(SaidSchema),
  decided: orNull(SaidSchema),
});

export const ExamineSchema = Type.Object(
  { from: DateSchema, to: DateSchema },
  {
    ...closed,
    description: "Days, both included; at most 31.",
    examples: [{ from: "2026-03-02", to: "2026-03-03" }],
  },
);

export const ExaminedSchema = Type.Object({
  looked: Type.Integer({ description: "Accesses that were gone through." }),
  flagged: Type.Integer({ description: "Of these, those with a sign." }),
  opened: Type.Integer({ description: "What was not to be looked into before." }),
});

export const AskAboutSchema = Type.Object(
  { words: WordsSchema },
  { ...closed, examples: [{ words: "Hvorfor så hun på denne pasienten denne kvelden?" }] },
);

export const DecideAccessSchema = Type.Object(
  { outcome: oneOf(ACCESS_OUTCOMES), words: WordsSchema },
  { ...closed, examples: [{ outcome: "justified", words: "Vakt for en kollega; bekreftet." }] },
);

export const AskedOfUnitSchema = Type.Object({
  asked: Type.Array(
    Type.Object({
      reviewId: Type.String(),
      lookedByName: Type.String(),
      role: Type.String(),
      on: DateSchema,
      looks: Type.Integer(),
      signs: Type.Array(SignSchema),
      words: Type.String(),
      dueOn: DateSchema,
      version: Type.Integer(),
    }),
    { description: "Without whom it was about: that may be a patient of another unit." },
  ),
});

export const ExplainAccessSchema = Type.Object(
  { words: WordsSchema },
  { ...closed, examples: [{ words: "Hun dekket vakta for en kollega som var syk." }] },
);
