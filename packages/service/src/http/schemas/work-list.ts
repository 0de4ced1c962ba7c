// Knows the shapes of units and of a unit's work list.
import type { NextDateKind } from "@rettvei/engine";
import { type Static, Type } from "typebox";
import { WORK_LIST_GROUPS } from "../../store/work-list.ts";
import {
  CareLevelSchema,
  DateSchema,
  EvidenceSchema,
  IdSchema,
  oneOf,
  orNull,
  PatientSchema,
  StandingSchema,
} from "./basics.ts";
import { namedSchema } from "./named.ts";

export const NEXT_DATE_KINDS = [
  "legal-deadline",
  "statutory",
  "recommendation",
  "target",
  "planned",
  "local",
] as const satisfies readonly NextDateKind[];

const UnitSchema = namedSchema(
  "Unit",
  Type.Object({
    unitId: Type.String(),
    name: Type.String(),
    kind: Type.String(),
    hfName: orNull(Type.String()),
    rhfName: orNull(Type.String()),
    synthetic: Type.Boolean({ description: "Made up for a synthetic population." }),
    running: Type.Integer({ description: "Running courses." }),
  }),
);

export const UnitsSchema = Type.Object({ units: Type.Array(UnitSchema) });

export const WorkListQuerySchema = Type.Object(
  {
    group: Type.Optional(oneOf(WORK_LIST_GROUPS)),
    pathway: Type.Optional(IdSchema),
    phase: Type.Optional(IdSchema),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(
      Type.String({ maxLength: 400, description: "`next` of the page before." }),
    ),
  },
  { additionalProperties: false },
);

const WhySchema = Type.Object(
  {
    ruleId: Type.String(),
    standing: StandingSchema,
    fromEvent: Type.String(),
    fromOn: DateSchema,
    limitDays: orNull(Type.Integer()),
    evidence: EvidenceSchema,
  },
  { description: "The rule and the record that the next date rests on." },
);

export const RowSchema = namedSchema(
  "WorkListRow",
  Type.Object({
    courseId: Type.String(),
    patient: PatientSchema,
    pathway: Type.String(),
    edition: DateSchema,
    phase: orNull(Type.String()),
    careLevel: orNull(CareLevelSchema),
    nextStep: orNull(Type.String()),
    nextDate: orNull(Type.Object({ on: DateSchema, kind: oneOf(NEXT_DATE_KINDS) })),
    daysLeft: orNull(
      Type.Integer({ description: "Calendar days to the next date; negative: days over." }),
    ),
    why: orNull(WhySchema),
    lastEvent: Type.String(),
    lastEventOn: DateSchema,
    daysSinceLastEvent: Type.Integer(),
    findings: Type.Object({ error: Type.Integer(), warning: Type.Integer(), info: Type.Integer() }),
  }),
);
export type RowView = Static<typeof RowSchema>;

export const WorkListSchema = Type.Object({
  asOf: DateSchema,
  unit: Type.Object({
    unitId: Type.String(),
    name: Type.String(),
    hfName: orNull(Type.String()),
  }),
  counts: Type.Object(
    { dated: Type.Integer(), undated: Type.Integer(), over: Type.Integer() },
    { description: "Of the whole unit, whatever is filtered." },
  ),
  rows: Type.Array(RowSchema),
  next: orNull(Type.String({ description: "Cursor of the next page; null on the last." })),
});
