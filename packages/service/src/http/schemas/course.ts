// Knows the shape of a course as its page shows it: position, verdicts with their traces, findings, records.
import {
  GRANTED_FOR,
  SEVERITIES,
  SEVERITIES_OF_FINDINGS,
  VERDICT_REASONS,
  VERDICTS,
} from "@rettvei/engine";
import { type Static, Type } from "typebox";
import {
  CareLevelSchema,
  DateSchema,
  EvidenceSchema,
  oneOf,
  orNull,
  PatientSchema,
  SourceSchema,
  StandingSchema,
  TextSchema,
} from "./basics.ts";
import { namedSchema } from "./named.ts";
import { NEXT_DATE_KINDS } from "./work-list.ts";

const NamedEventSchema = Type.Object({ event: Type.String(), name: TextSchema });

const PatientTextSchema = Type.Object({
  what: TextSchema,
  when: TextSchema,
  who: TextSchema,
  voice: TextSchema,
});

const EditionSchema = Type.Object({
  edition: DateSchema,
  name: TextSchema,
  status: oneOf(["in-force", "draft"]),
  hash: Type.String(),
  note: orNull(TextSchema),
  source: SourceSchema,
});

const PositionSchema = Type.Object({
  running: Type.Boolean(),
  phase: orNull(
    Type.Object({ id: Type.String(), name: TextSchema, patientText: orNull(PatientTextSchema) }),
  ),
  unitId: orNull(Type.String()),
  unitName: orNull(Type.String()),
  nextStep: orNull(NamedEventSchema),
  nextDate: orNull(
    Type.Object({ on: DateSchema, kind: oneOf(NEXT_DATE_KINDS), daysLeft: Type.Integer() }),
  ),
  noPublishedTime: Type.Boolean({
    description: "Runs, and nobody has published a time for what comes next.",
  }),
});

const TracedRecordSchema = Type.Object({
  recordId: Type.String(),
  event: Type.String(),
  name: TextSchema,
  on: DateSchema,
});

export const VerdictSchema = namedSchema(
  "Verdict",
  Type.Object({
    ruleId: Type.String(),
    title: TextSchema,
    note: orNull(TextSchema),
    standing: StandingSchema,
    verdict: oneOf(VERDICTS),
    reason: orNull(oneOf(VERDICT_REASONS)),
    open: Type.Boolean(),
    from: TracedRecordSchema,
    to: orNull(TracedRecordSchema),
    end: orNull(TracedRecordSchema),
    limitDays: orNull(Type.Integer()),
    atLeastDays: orNull(Type.Integer()),
    count: oneOf(["calendar-days", "working-days"]),
    dueOn: orNull(DateSchema),
    days: orNull(Type.Integer()),
    overBy: orNull(Type.Integer()),
    careLevel: orNull(CareLevelSchema),
    unitId: orNull(Type.String()),
    postponed: Type.Boolean(),
    limitCase: orNull(
      Type.Object({ careLevel: orNull(CareLevelSchema), severity: orNull(oneOf(SEVERITIES)) }),
    ),
    source: SourceSchema,
    limitSource: orNull(SourceSchema),
    edition: DateSchema,
    asOf: DateSchema,
  }),
);
export type VerdictView = Static<typeof VerdictSchema>;

const MendSchema = Type.Union(
  [
    Type.Object({ by: oneOf(["register"]), event: Type.String() }),
    Type.Object({ by: oneOf(["correct", "void"]), recordId: Type.String() }),
    Type.Null(),
  ],
  { description: "The registration that mends it; null where people must find out first." },
);
export type MendView = NonNullable<Static<typeof MendSchema>>;

const FindingSchema = Type.Object({
  id: Type.String(),
  severity: oneOf(SEVERITIES_OF_FINDINGS),
  message: TextSchema,
  advice: TextSchema,
  recordIds: Type.Array(Type.String()),
  mend: MendSchema,
  source: SourceSchema,
});

export const RECORD_STATES = ["counts", "replaced", "voided", "future"] as const;
export type RecordState = (typeof RECORD_STATES)[number];

const RecordSchema = namedSchema(
  "Record",
  Type.Object(
    {
      recordId: Type.String(),
      event: orNull(Type.String()),
      name: orNull(TextSchema),
      outcome: orNull(Type.String()),
      outcomeName: orNull(TextSchema),
      occurredOn: orNull(DateSchema),
      recordedAt: Type.String({ format: "date-time" }),
      careLevel: orNull(CareLevelSchema),
      unitId: orNull(Type.String()),
      severity: orNull(oneOf(SEVERITIES)),
      grantedFor: orNull(oneOf(GRANTED_FOR)),
      legalDeadline: orNull(DateSchema),
      condition: orNull(Type.String()),
      state: oneOf(RECORD_STATES),
      corrects: orNull(Type.String()),
      voids: orNull(Type.String()),
      code: Type.Union([Type.String(), Type.Null()], {
        description:
          "What is reported: follows from event and outcome; null where nobody could verify it.",
      }),
      codeEvidence: orNull(EvidenceSchema),
    },
    { description: "A record as it was written. One that only voids has no event, name or date." },
  ),
);
export type RecordView = Static<typeof RecordSchema>;

export const CourseSchema = namedSchema(
  "Course",
  Type.Object({
    asOf: DateSchema,
    knownOn: Type.Union([DateSchema, Type.Null()], {
      description:
        "The day that was asked for: nothing written later is in the answer. Null: as it is now.",
    }),
    courseId: Type.String(),
    patient: PatientSchema,
    pathway: Type.String(),
    pathwayName: TextSchema,
    edition: EditionSchema,
    lastRecordSeq: Type.Integer(),
    position: PositionSchema,
    phases: Type.Array(
      Type.Object({
        id: Type.String(),
        name: TextSchema,
        state: oneOf(["passed", "current", "ahead"]),
      }),
    ),
    verdicts: Type.Array(VerdictSchema),
    findings: Type.Array(FindingSchema),
    records: Type.Array(RecordSchema, {
      description: "All records in the order of arrival, also those that were taken away.",
    }),
    expected: Type.Array(NamedEventSchema, {
      description: "Events that the phase expects and the course does not have yet.",
    }),
    registrable: Type.Array(
      Type.Object({
        event: Type.String(),
        name: TextSchema,
        outcomes: Type.Array(Type.Object({ id: Type.String(), name: TextSchema })),
      }),
      { description: "Events that the course's edition registers or knows from elsewhere." },
    ),
    conditions: Type.Array(Type.String(), {
      description: "Pathways whose own content the course may keep: what `condition` may say.",
    }),
  }),
);
export type CourseView = Static<typeof CourseSchema>;
