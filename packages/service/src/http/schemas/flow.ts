// Knows the shapes of the flow of a unit.
import { type Static, Type } from "typebox";
import { ReachSchema } from "../../course/transfer/transfer.ts";
import { DateSchema, IdSchema, oneOf, orNull, StandingSchema } from "./basics.ts";
import { NEXT_DATE_KINDS } from "./work-list.ts";

export const FlowQuerySchema = Type.Object(
  {
    pathway: Type.Optional(IdSchema),
    from: Type.Optional(DateSchema),
    until: Type.Optional(DateSchema),
    days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 4_000,
        description: "Length of the period, where its first day is not named.",
      }),
    ),
  },
  { additionalProperties: false },
);

const PhaseSchema = Type.Object({
  pathway: Type.String(),
  phase: orNull(Type.String({ description: "Null before the first." })),
  courses: Type.Integer(),
  longer: Type.Integer({ description: "Of them, past a date that is no statutory deadline." }),
  breached: Type.Integer({ description: "Of them, past a statutory deadline." }),
});

const WaitSchema = Type.Object({
  pathway: Type.String(),
  step: orNull(Type.String({ description: "Event that comes next; null where none is expected." })),
  kind: orNull(oneOf(NEXT_DATE_KINDS)),
  courses: Type.Integer(),
  over: Type.Integer({ description: "Of them, those whose date has passed." }),
});

const StepSchema = Type.Object(
  {
    pathway: Type.String(),
    ruleId: Type.String(),
    standing: StandingSchema,
    taken: Type.Integer({ description: "Taken in the period." }),
    median: orNull(Type.Number({ description: "In days as the rule counts." })),
    p90: orNull(Type.Number()),
    limited: orNull(Type.Integer({ description: "Of them, those with a known limit." })),
    over: orNull(Type.Integer({ description: "Of those, longer than it." })),
  },
  { description: "Of fewer than five no time is given." },
);

const TransferFlowSchema = Type.Object({
  direction: oneOf(["in", "out"] as const),
  reach: ReachSchema,
  done: Type.Integer({ description: "Taken over in the period." }),
  waiting: Type.Integer({ description: "Offered and answered by nobody yet." }),
});

export const FlowSchema = Type.Object({
  asOf: DateSchema,
  from: DateSchema,
  until: DateSchema,
  unit: Type.Object({ unitId: Type.String(), name: Type.String() }),
  courses: Type.Integer({ description: "Running courses, of the pathway asked for." }),
  phases: Type.Array(PhaseSchema, { description: "In the order of the newest edition." }),
  waits: Type.Array(WaitSchema, { description: "Those that most wait for first." }),
  steps: Type.Array(StepSchema, { description: "In the order of the newest edition." }),
  transfers: Type.Array(TransferFlowSchema),
});
export type Flow = Static<typeof FlowSchema>;
