// Knows the shapes of proposed registrations, and of the count of what was typed.
import { Type } from "typebox";
import { PROPOSAL_STATES } from "../../course/proposal/proposal.ts";
import { DateSchema, oneOf, orNull, PatientSchema, SourceSchema, TextSchema } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { ChangedSchema } from "./registration.ts";
import { WordsSchema } from "./words.ts";

export const ProposalSchema = namedSchema(
  "Proposal",
  Type.Object({
    proposalId: Type.String(),
    courseId: Type.String(),
    patientId: Type.String(),
    state: oneOf(PROPOSAL_STATES),
    title: Type.Union([TextSchema, Type.Null()], { description: "What it follows from." }),
    source: orNull(SourceSchema),
    fromFact: Type.String(),
    event: Type.String(),
    name: orNull(TextSchema),
    outcome: orNull(Type.String()),
    outcomeName: orNull(TextSchema),
    on: DateSchema,
    dueOn: orNull(DateSchema),
    recordId: orNull(Type.String()),
    dismissedBecause: orNull(Type.String()),
    version: Type.Integer({ description: "For If-Match of an answer to it." }),
  }),
);

export const ProposalsSchema = Type.Object({ proposals: Type.Array(ProposalSchema) });

export const UnitProposalsSchema = Type.Object({
  proposals: Type.Array(ProposalSchema),
  patients: Type.Array(PatientSchema, { description: "Whose proposals they are, each once." }),
});

export const ConfirmationSchema = Type.Object({}, { additionalProperties: false, examples: [{}] });

export const DismissalSchema = Type.Object(
  { reason: WordsSchema },
  { additionalProperties: false, examples: [{ reason: "Møtet var ingen evaluering." }] },
);

export const ConfirmedSchema = Type.Object({
  proposal: ProposalSchema,
  ...ChangedSchema.properties,
});

export const PeriodQuerySchema = Type.Object(
  { from: Type.Optional(DateSchema), to: Type.Optional(DateSchema) },
  { additionalProperties: false },
);

const COUNTS = {
  byHand: Type.Integer(),
  confirmed: Type.Integer(),
  derived: Type.Integer(),
};

export const EffortSchema = Type.Object(COUNTS, {
  description: "Records typed, confirmed with one action, and following from something else.",
});

export const UnitEffortSchema = Type.Object({
  unitId: Type.String(),
  from: orNull(DateSchema),
  to: orNull(DateSchema),
  total: EffortSchema,
  pathways: Type.Array(Type.Object({ pathway: Type.String(), courses: Type.Integer(), ...COUNTS })),
});
