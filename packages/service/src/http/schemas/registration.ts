// Knows the shapes of what is handed in: records of a course, and new courses.
import { GRANTED_FOR, SEVERITIES, VERDICTS } from "@rettvei/engine";
import { Type } from "typebox";
import { CareLevelSchema, DateSchema, IdSchema, oneOf, orNull } from "./basics.ts";
import { CourseSchema } from "./course.ts";

const NewEventSchema = Type.Object(
  {
    recordId: Type.Optional(IdSchema),
    event: IdSchema,
    occurredOn: DateSchema,
    outcome: Type.Optional(IdSchema),
    careLevel: Type.Optional(CareLevelSchema),
    unitId: Type.Optional(IdSchema),
    severity: Type.Optional(oneOf(SEVERITIES)),
    grantedFor: Type.Optional(oneOf(GRANTED_FOR)),
    legalDeadline: Type.Optional(DateSchema),
    condition: Type.Optional(IdSchema),
    corrects: Type.Optional(IdSchema),
  },
  { additionalProperties: false, description: "An event, possibly in place of an earlier record." },
);

const NewVoidSchema = Type.Object(
  { recordId: Type.Optional(IdSchema), voids: IdSchema },
  { additionalProperties: false, description: "Takes an earlier record away." },
);

const NewRecordSchema = Type.Union([NewEventSchema, NewVoidSchema]);
const RecordsSchema = Type.Array(NewRecordSchema, { minItems: 1, maxItems: 100 });

export const NewRecordsSchema = Type.Object(
  { records: RecordsSchema },
  {
    additionalProperties: false,
    examples: [
      {
        records: [
          { event: "first-attendance", occurredOn: "2026-03-03", careLevel: "poliklinikk" },
        ],
      },
    ],
  },
);

export const NewCourseSchema = Type.Object(
  {
    courseId: Type.Optional(IdSchema),
    patientId: IdSchema,
    pathway: IdSchema,
    unitId: IdSchema,
    records: RecordsSchema,
  },
  {
    additionalProperties: false,
    examples: [
      {
        patientId: "p-1",
        pathway: "tsb",
        unitId: "9900001",
        records: [{ event: "referral-received", occurredOn: "2026-03-03" }],
      },
    ],
  },
);

const OutcomeSchema = orNull(Type.Object({ verdict: oneOf(VERDICTS), dueOn: orNull(DateSchema) }));

export const ChangedSchema = Type.Object({
  course: CourseSchema,
  changed: Type.Array(
    Type.Object({ ruleId: Type.String(), before: OutcomeSchema, after: OutcomeSchema }),
    { description: "Verdicts that came, went or came out otherwise." },
  ),
});

export const OpenedSchema = Type.Object({ course: CourseSchema });
