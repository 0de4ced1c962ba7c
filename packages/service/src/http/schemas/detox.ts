// Knows the shapes of detoxes: planned, and with the days between as the edition's rule sees them.
import { Type } from "typebox";
import { DETOX_STATES } from "../../course/detox/detox.ts";
import { CareLevelSchema, DateSchema, oneOf, orNull } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { NameSchema, WordsSchema } from "./words.ts";

export const NewDetoxSchema = Type.Object(
  {
    endOn: DateSchema,
    nextStartOn: Type.Optional(DateSchema),
    nextWhere: Type.Optional(NameSchema),
    careLevel: Type.Optional(CareLevelSchema),
  },
  {
    additionalProperties: false,
    description:
      "When the detox is to end and the next treatment to start. `careLevel` is that of the detox; where it is not said, the course's own.",
    examples: [
      { endOn: "2026-03-03", nextStartOn: "2026-03-04", nextWhere: "Døgnenhet", careLevel: "dogn" },
    ],
  },
);

export const DayOfDetoxSchema = Type.Object(
  { on: Type.Optional(DateSchema) },
  {
    additionalProperties: false,
    description: "Today if not said.",
    examples: [{ on: "2026-03-03" }],
  },
);

export const CancelledDetoxSchema = Type.Object(
  { reason: WordsSchema },
  { additionalProperties: false, examples: [{ reason: "Pasienten trakk seg." }] },
);

export const DetoxSchema = namedSchema(
  "Detox",
  Type.Object({
    detoxId: Type.String(),
    courseId: Type.String(),
    patientId: Type.String(),
    state: oneOf(DETOX_STATES),
    endOn: DateSchema,
    nextStartOn: orNull(DateSchema),
    nextWhere: orNull(Type.String()),
    careLevel: orNull(CareLevelSchema),
    endedOn: orNull(DateSchema),
    followedOn: orNull(DateSchema),
    cancelledBecause: orNull(Type.String()),
    gap: Type.Object(
      {
        days: orNull(Type.Integer()),
        limitDays: orNull(Type.Integer()),
        dueOn: orNull(DateSchema),
        within: orNull(Type.Boolean()),
      },
      {
        description:
          "Calendar days from the end to the start, as planned. Where no limit is published, the days alone.",
      },
    ),
    version: Type.Integer({ description: "For If-Match of a change." }),
  }),
);

export const DetoxesSchema = Type.Object({ detoxes: Type.Array(DetoxSchema) });
