// Knows the shapes of messages that came, as people see and place them.
import { type Static, Type } from "typebox";
import { DONE_REASONS, RECEIVED_KINDS } from "../../intake/received-facts.ts";
import { RECEIVED_STATES } from "../../intake/received-matter.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "./basics.ts";
import { namedSchema } from "./named.ts";

const PartySchema = Type.Object({
  name: orNull(Type.String()),
  kind: orNull(Type.String()),
  number: orNull(Type.String()),
});

const ReceivedSchema = namedSchema(
  "ReceivedMessage",
  Type.Object(
    {
      receivedId: Type.String(),
      state: oneOf(RECEIVED_STATES),
      kind: oneOf(RECEIVED_KINDS),
      sender: PartySchema,
      patientId: orNull(Type.String()),
      courseId: orNull(Type.String()),
      personId: orNull(Type.String({ description: "Who of the unit sees to it." })),
      dueOn: DateSchema,
      overdue: Type.Boolean(),
      receivedAt: Type.String({ format: "date-time" }),
      problems: Type.Integer({ description: "What was wrong in it." }),
      lost: Type.Integer({ description: "Elements that its facts do not hold." }),
      version: Type.Integer({ description: "For If-Match of a change." }),
    },
    {
      description: "A message that came: on its unit's list until it is placed, read or done with.",
    },
  ),
);
export type ReceivedView = Static<typeof ReceivedSchema>;

export const ReceivedListQuerySchema = Type.Object(
  {
    state: Type.Optional(oneOf(RECEIVED_STATES)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(
      Type.String({ maxLength: 400, description: "`next` of the page before." }),
    ),
  },
  { additionalProperties: false },
);

export const ReceivedListSchema = Type.Object({
  asOf: DateSchema,
  intakePerson: orNull(
    Type.Object(
      { personId: Type.String(), name: Type.String() },
      { description: "Who sees to what comes to the unit; null until somebody is named." },
    ),
  ),
  received: Type.Array(ReceivedSchema),
  next: orNull(Type.String()),
});

export const WholeReceivedSchema = Type.Object({
  receivedId: Type.String(),
  state: oneOf(RECEIVED_STATES),
  kind: oneOf(RECEIVED_KINDS),
  messageId: orNull(Type.String()),
  sender: PartySchema,
  receiver: PartySchema,
  said: Type.Object(
    {
      patient: orNull(
        Type.Object({
          name: orNull(Type.String()),
          bornOn: orNull(Type.String()),
          number: orNull(Type.String({ description: "Birth number or D-number." })),
        }),
      ),
      words: Type.Array(Type.Object({ heading: orNull(Type.String()), text: Type.String() })),
    },
    { description: "What a person who places it reads of it; nothing of what could not be read." },
  ),
  facts: Type.Any({ description: "What it says, as plain data of its standard." }),
  lost: Type.Array(
    Type.Object({
      path: Type.String(),
      line: Type.Integer(),
      column: Type.Integer(),
      value: Type.String(),
      how: oneOf(["missing", "changed"]),
    }),
  ),
  problems: Type.Array(
    Type.Object({
      code: Type.String(),
      line: Type.Integer(),
      column: Type.Integer(),
      path: Type.String(),
      expected: Type.String(),
      found: Type.String(),
    }),
  ),
  original: orNull(
    Type.String({ description: "In base64; only of a small one that could not be read." }),
  ),
  suggested: Type.Object({
    patientId: orNull(Type.String({ description: "The patient who has the number it tells." })),
    pathway: orNull(Type.String({ description: "The pathway whose code it carries." })),
  }),
});

export const ExportedSchema = Type.Object({
  xml: Type.String({ description: "Written again from the facts, in the standard it came in." }),
  unwritten: Type.Array(Type.String(), {
    description: "Paths of facts the standard has no place for.",
  }),
  lost: Type.Array(Type.String(), {
    description: "Paths of the original that the facts do not hold.",
  }),
});

export const PlaceSchema = Type.Object(
  {
    patientId: Type.Optional(IdSchema),
    unitId: IdSchema,
    pathway: Type.Optional(IdSchema),
  },
  {
    additionalProperties: false,
    description:
      "Without `patientId` the patient whom the message names, who is made known if new.",
    examples: [{ unitId: "9900001", pathway: "tsb" }],
  },
);

export const DoneSchema = Type.Object(
  {
    reason: oneOf(DONE_REASONS),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 })),
  },
  { additionalProperties: false, examples: [{ reason: "read-and-handled" }] },
);

export const ChangedReceivedSchema = Type.Object({
  receivedId: Type.String(),
  state: oneOf(RECEIVED_STATES),
  patientId: orNull(Type.String()),
  courseId: orNull(Type.String()),
});

export const IntakePersonSchema = Type.Object(
  { personId: IdSchema, name: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false, examples: [{ personId: "person-17", name: "Solveig Myr" }] },
);
