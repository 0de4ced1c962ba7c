// Knows the shapes of what the leader of a unit has an eye on: moved dates, and findings by kind.
import { SEVERITIES_OF_FINDINGS } from "@rettvei/engine";
import { Type } from "typebox";
import { MOVE_REASONS } from "../../course/referral/referral-facts.ts";
import { INTEGRITY_KINDS } from "../../oversight/integrity.ts";
import { DateSchema, oneOf, orNull, PatientSchema, TextSchema } from "./basics.ts";

export const IntegritySchema = Type.Object({
  asOf: DateSchema,
  rows: Type.Array(
    Type.Object({
      kind: oneOf(INTEGRITY_KINDS),
      courseId: orNull(Type.String()),
      patient: orNull(PatientSchema),
      ruleId: orNull(Type.String()),
      event: orNull(Type.String()),
      originalOn: orNull(DateSchema),
      newOn: orNull(DateSchema),
      by: orNull(Type.String({ description: "Name of whoever did it." })),
      at: Type.String({ format: "date-time" }),
      reason: orNull(oneOf(MOVE_REASONS)),
      count: orNull(Type.Integer()),
    }),
    { description: "The newest first." },
  ),
});

export const UnitFindingsSchema = Type.Object({
  asOf: DateSchema,
  courses: Type.Integer({ description: "Running courses with a finding." }),
  findings: Type.Array(
    Type.Object({
      id: Type.String(),
      severity: oneOf(SEVERITIES_OF_FINDINGS),
      message: TextSchema,
      advice: TextSchema,
      courses: Type.Array(Type.Object({ courseId: Type.String(), patient: PatientSchema })),
    }),
    { description: "By kind: the gravest first, then those of most courses." },
  ),
});
