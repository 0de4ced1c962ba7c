// Knows the shapes of transfers and of the clocks of courses that they link.
import { Type } from "typebox";
import { ReachSchema, TRANSFER_STATES } from "../../course/transfer/transfer.ts";
import { DateSchema, IdSchema, oneOf, orNull, PatientSchema } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { NEXT_DATE_KINDS } from "./work-list.ts";

const WordsSchema = Type.String({ minLength: 1, maxLength: 10_000 });

export const TransferSchema = namedSchema(
  "Transfer",
  Type.Object({
    transferId: Type.String(),
    courseId: Type.String(),
    newCourseId: orNull(
      Type.String({ description: "The receiver's own course, to those who may see it." }),
    ),
    patient: PatientSchema,
    reach: ReachSchema,
    state: oneOf(TRANSFER_STATES),
    fromUnitId: Type.String(),
    fromUnitName: Type.String(),
    toUnitId: orNull(Type.String()),
    toName: Type.String(),
    offeredOn: DateSchema,
    dueOn: orNull(DateSchema),
    reason: Type.String(),
    summary: orNull(Type.String()),
    answeredOn: orNull(DateSchema),
    answer: orNull(Type.String({ description: "Why it was declined or withdrawn." })),
    owner: orNull(
      Type.Object(
        { unitId: Type.String(), for: oneOf(["answer", "care"]) },
        { description: "Who has to do what now, seen from the unit that asks." },
      ),
    ),
  }),
);

const ClockSchema = Type.Object({
  courseId: Type.String(),
  unitId: orNull(Type.String()),
  edition: DateSchema,
  startedOn: orNull(DateSchema),
  endedOn: orNull(DateSchema),
  days: orNull(Type.Integer({ description: "From the start until the end, or until today." })),
  nextDate: orNull(Type.Object({ on: DateSchema, kind: oneOf(NEXT_DATE_KINDS) })),
});

export const CourseTransfersSchema = Type.Object({
  courseId: Type.String(),
  transfers: Type.Array(TransferSchema),
  clocks: Type.Array(ClockSchema, {
    description:
      "This course, and those that transfers between trusts link it with, as far as who asks may see them.",
  }),
});

export const UnitTransfersSchema = Type.Object({
  asOf: DateSchema,
  unitId: Type.String(),
  toHere: Type.Array(TransferSchema, { description: "To be answered here, those due first." }),
  fromHere: Type.Array(TransferSchema, {
    description: "Offered to others, who have not answered: the courses are still here.",
  }),
});

export const OfferSchema = Type.Object(
  { toUnitId: IdSchema, reason: WordsSchema, summary: Type.Optional(WordsSchema) },
  {
    additionalProperties: false,
    description: "Within a trust the same course goes on; another trust begins its own.",
    examples: [
      {
        toUnitId: "9900002",
        reason: "Flytter til Bergen.",
        summary: "Har time hver uke og bruker kriseplanen sin.",
      },
    ],
  },
);

export const AcceptanceSchema = Type.Object({}, { additionalProperties: false, examples: [{}] });

export const RefusedTransferSchema = Type.Object(
  { reason: WordsSchema },
  { additionalProperties: false, examples: [{ reason: "Hører til et annet opptaksområde." }] },
);

export const PrivateSpecialistSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    reason: WordsSchema,
    on: Type.Optional(DateSchema),
  },
  {
    additionalProperties: false,
    examples: [{ name: "Avtalespesialist Ask", reason: "Avslutter behandlingen der." }],
  },
);
