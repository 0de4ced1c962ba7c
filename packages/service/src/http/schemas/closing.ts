// Knows the shapes of the closing of a course: its checklist, what should be there, how it was closed.
import { Type } from "typebox";
import { CheckSchema, CLOSING_STATES, RequirementSchema } from "../../course/closing/closing.ts";
import { DischargeSummarySchema } from "../../outbox/message-content.ts";
import { RECIPIENTS } from "../../outbox/message-facts.ts";
import { MESSAGE_STATES } from "../../outbox/message-matter.ts";
import { DateSchema, IdSchema, oneOf, orNull, SourceSchema, TextSchema } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { TelephoneSchema, WordsSchema } from "./words.ts";

export const ChecksSchema = Type.Object(
  { plannedOn: DateSchema, checks: Type.Array(CheckSchema, { maxItems: 100 }) },
  {
    additionalProperties: false,
    description:
      '`plannedOn` is the day on which the course is to be closed. If-Match is the ETag of the course\'s closing; before anything was told of it, that is "0".',
    examples: [{ plannedOn: "2026-06-30", checks: [{ item: "close-agreement", is: "done" }] }],
  },
);

export const ClosureSchema = Type.Object(
  {
    on: Type.Optional(DateSchema),
    outcome: IdSchema,
    careNeed: Type.Optional(WordsSchema),
    reasonWithout: Type.Optional(WordsSchema),
  },
  {
    additionalProperties: false,
    description:
      "`outcome` is one that the edition has for the end. `reasonWithout` tells why it is closed without what should be there before; what is missing and nobody tells why is refused (422).",
    examples: [
      {
        on: "2026-06-30",
        outcome: "completed",
        careNeed: "Samtaler i kommunen hver uke.",
        reasonWithout: "Pasienten vil ikke ha oppfølging.",
      },
    ],
  },
);

export const ReopeningSchema = Type.Object(
  { reason: WordsSchema },
  { additionalProperties: false, examples: [{ reason: "Avsluttet på feil pasient." }] },
);

const { form: _, author: __, ...summary } = DischargeSummarySchema.properties;

export const NewSummarySchema = Type.Object(
  { ...summary, telephone: Type.Optional(TelephoneSchema) },
  {
    additionalProperties: false,
    description:
      "Written to the GP and the referrer. The first of `diagnoses` is the main one; each has its code of ICD-10, with or without a dot, or words alone.",
    examples: [
      {
        title: "Epikrise",
        stay: { from: "2026-01-12", to: "2026-06-30", careLevel: "poliklinikk" },
        diagnoses: [
          {
            value: "F32.1",
            system: "2.16.578.1.12.4.1.1.7110",
            display: "Moderat depressiv episode",
          },
          { text: "Søvnvansker, ikke kodet" },
        ],
        sections: [
          { heading: "VU", text: "Har hatt nytte av samtaler." },
          { heading: "OP", text: "Ønsker oppfølging i kommunen." },
        ],
        telephone: "99 99 99 99",
      },
    ],
  },
);

export const WrittenSummarySchema = Type.Object({
  messages: Type.Array(
    Type.Object({
      messageId: Type.String(),
      to: oneOf(RECIPIENTS),
      name: Type.String(),
      address: orNull(Type.String()),
    }),
  ),
});

export const ClosingSchema = namedSchema(
  "Closing",
  Type.Object({
    courseId: Type.String(),
    state: oneOf(CLOSING_STATES),
    plannedOn: orNull(DateSchema),
    items: Type.Array(
      Type.Object({
        item: Type.String(),
        text: TextSchema,
        role: Type.String(),
        source: SourceSchema,
        is: orNull(CheckSchema.properties.is),
        note: orNull(Type.String()),
      }),
      { description: "The checklist of the course's edition." },
    ),
    requirements: Type.Array(
      Type.Object({
        requirement: RequirementSchema,
        met: Type.Boolean(),
        summary: orNull(oneOf([...MESSAGE_STATES, "not-written"])),
      }),
      { description: "What should be there before: without it, closing needs a reason." },
    ),
    closed: orNull(
      Type.Object({
        on: DateSchema,
        outcome: Type.String(),
        careNeed: orNull(Type.String()),
        missing: Type.Array(RequirementSchema),
        reasonWithout: orNull(Type.String()),
      }),
    ),
    reopened: Type.Array(Type.Object({ on: DateSchema, reason: Type.String() })),
    version: Type.Integer({ description: "For If-Match of a change; 0 before anything was told." }),
  }),
);
