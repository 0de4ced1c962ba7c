// Knows the shapes of units and of a unit's work list.
import { CARE_LEVELS, type NextDateKind } from "@rettvei/engine";
import { type Static, Type } from "typebox";
import { WORK_LIST_GROUPS, WORK_LIST_STANDINGS } from "../../store/work-list.ts";
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
import { ONE_LINE } from "./patterns.ts";

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

export const UnitsSchema = Type.Object({
  units: Type.Array(UnitSchema),
  municipalities: Type.Array(Type.Object({ unitId: Type.String(), name: Type.String() }), {
    description: "Units of municipalities, with which something is shared: no course is at them.",
  }),
});

const NARROWING = {
  group: Type.Optional(oneOf(WORK_LIST_GROUPS)),
  pathway: Type.Optional(IdSchema),
  phase: Type.Optional(IdSchema),
  careLevel: Type.Optional(oneOf([...CARE_LEVELS, "unknown"] as const)),
  standing: Type.Optional(oneOf(WORK_LIST_STANDINGS)),
  over: Type.Optional(
    Type.Literal("true", { description: "Only those whose date has passed; by the group dated." }),
  ),
};

const PAGING = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  after: Type.Optional(Type.String({ maxLength: 400, description: "`next` of the page before." })),
  skip: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 100_000, description: "Rows left out before the page." }),
  ),
};

const COORDINATED = {
  coordinated: Type.Optional(oneOf(["by-me", "by-nobody"] as const)),
};

export const WorkListQuerySchema = Type.Object(
  { ...NARROWING, ...COORDINATED, ...PAGING },
  { additionalProperties: false },
);
export type WorkListAsked = Static<typeof WorkListQuerySchema>;

export const OwnListQuerySchema = Type.Object(
  { ...NARROWING, ...PAGING },
  { additionalProperties: false },
);

export const ExportQuerySchema = Type.Object(
  { ...NARROWING, ...COORDINATED, language: Type.Optional(oneOf(["nb", "nn", "en"] as const)) },
  { additionalProperties: false },
);

export const SearchSchema = Type.Object(
  {
    words: Type.String({
      minLength: 3,
      maxLength: 100,
      pattern: ONE_LINE,
      description: "Parts of the name, or the year of birth; all of them must fit.",
    }),
  },
  { additionalProperties: false, examples: [{ words: "testine 1990" }] },
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

const GroupCountsSchema = Type.Object({ dated: Type.Integer(), undated: Type.Integer() });

const PAGE = {
  rows: Type.Array(RowSchema),
  found: Type.Integer({ description: "Rows of the group as it is narrowed, on all pages." }),
  next: orNull(Type.String({ description: "Cursor of the next page; null on the last." })),
};

export const WorkListSchema = Type.Object({
  asOf: DateSchema,
  unit: Type.Object({
    unitId: Type.String(),
    name: Type.String(),
    hfName: orNull(Type.String()),
  }),
  counts: Type.Object(
    {
      dated: Type.Integer(),
      undated: Type.Integer(),
      over: Type.Integer(),
      mine: GroupCountsSchema,
      notAssigned: GroupCountsSchema,
    },
    { description: "Of the whole unit, whatever is filtered." },
  ),
  ...PAGE,
});

export const OwnListSchema = Type.Object({
  asOf: DateSchema,
  counts: Type.Object(
    { dated: Type.Integer(), undated: Type.Integer(), over: Type.Integer() },
    { description: "Of all that is one's own, whatever is filtered." },
  ),
  ...PAGE,
});

export const FoundSchema = Type.Object({
  asOf: DateSchema,
  rows: Type.Array(RowSchema),
  more: Type.Boolean({ description: "There are others that fit: more words are needed." }),
});

export const ListFileSchema = Type.Object({
  rows: Type.Integer(),
  csv: Type.String({
    description: "With a header, separated by semicolons; no cell is read as a formula.",
  }),
});
