// Knows the shape of what waits for a person or a unit: what, whose, by when; never what was said in it.
import { Type } from "typebox";
import { TASK_TYPES } from "../../facts/task-types.ts";
import { DateSchema, oneOf, orNull, PatientSchema } from "./basics.ts";

export const TasksQuerySchema = Type.Object(
  { type: Type.Optional(oneOf(TASK_TYPES)) },
  { additionalProperties: false },
);

export const TasksSchema = Type.Object({
  asOf: DateSchema,
  over: Type.Integer({ description: "Of these, those whose day has passed." }),
  tasks: Type.Array(
    Type.Object({
      matterId: Type.String(),
      type: oneOf(TASK_TYPES),
      state: Type.String(),
      patient: orNull(PatientSchema),
      courseId: orNull(Type.String()),
      unitId: orNull(Type.String()),
      personId: orNull(Type.String()),
      dueOn: DateSchema,
      daysLeft: Type.Integer({ description: "Negative: days since its day has passed." }),
    }),
    { description: "Those due first; at most 500." },
  ),
});
