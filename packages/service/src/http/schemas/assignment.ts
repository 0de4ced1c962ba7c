// Knows the shapes of assignments, and of the list of courses that nobody coordinates yet.
import { Type } from "typebox";
import { TASK_ROLES } from "../../course/assignment/assignment.ts";
import { DateSchema, IdSchema, oneOf, orNull, PatientSchema } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { TelephoneSchema } from "./words.ts";
import { NEXT_DATE_KINDS } from "./work-list.ts";

const TaskRoleSchema = oneOf(TASK_ROLES);
const NoteSchema = Type.String({ minLength: 1, maxLength: 500 });

const TenureSchema = namedSchema(
  "Tenure",
  Type.Object(
    {
      role: TaskRoleSchema,
      personId: Type.String(),
      personName: Type.String(),
      unitId: orNull(Type.String()),
      phone: orNull(Type.String()),
      from: DateSchema,
      to: orNull(DateSchema),
      assignedBy: Type.String(),
      notes: Type.Array(Type.String()),
    },
    { description: "One person's time in one role of a course." },
  ),
);

export const AssignmentsSchema = namedSchema(
  "Assignments",
  Type.Object({
    courseId: Type.String(),
    held: Type.Array(TenureSchema),
    open: Type.Array(TaskRoleSchema, { description: "Roles that nobody has." }),
    earlier: Type.Array(TenureSchema, { description: "In the order in which they ended." }),
  }),
);

export const NewHolderSchema = Type.Object(
  {
    role: TaskRoleSchema,
    personId: IdSchema,
    personName: Type.String({ minLength: 1, maxLength: 200 }),
    unitId: Type.Optional(IdSchema),
    phone: Type.Optional(TelephoneSchema),
    note: Type.Optional(NoteSchema),
    on: Type.Optional(DateSchema),
  },
  {
    additionalProperties: false,
    description: "Who takes the task, from whoever has it.",
    examples: [
      {
        role: "coordinator",
        personId: "a-17",
        personName: "Kari Koordinator",
        unitId: "9900001",
        phone: "99 99 99 99",
      },
    ],
  },
);

export const EndedTaskSchema = Type.Object(
  { role: TaskRoleSchema, note: Type.Optional(NoteSchema) },
  {
    additionalProperties: false,
    examples: [{ role: "practitioner", note: "Ny behandler er ikke bestemt." }],
  },
);

export const NotAssignedQuerySchema = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(
      Type.String({ maxLength: 400, description: "`next` of the page before." }),
    ),
  },
  { additionalProperties: false },
);

export const NotAssignedSchema = Type.Object({
  asOf: DateSchema,
  unitId: Type.String(),
  count: Type.Integer({ description: "Of the whole list." }),
  rows: Type.Array(
    Type.Object({
      courseId: Type.String(),
      patient: PatientSchema,
      pathway: Type.String(),
      phase: orNull(Type.String()),
      firstOn: DateSchema,
      daysWithout: Type.Integer({ description: "Calendar days since the first record." }),
      nextStep: orNull(Type.String()),
      nextDate: orNull(Type.Object({ on: DateSchema, kind: oneOf(NEXT_DATE_KINDS) })),
    }),
  ),
  next: orNull(Type.String({ description: "Cursor of the next page; null on the last." })),
});
