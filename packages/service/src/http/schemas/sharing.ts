// Knows the shapes of what is shared with a municipality: what, until when, on which ground.
import { Type } from "typebox";
import { FOLLOW_UP_STATES } from "../../course/municipality/follow-up.ts";
import { SHARED_AS, SHARED_THINGS } from "../../course/sharing/sharing.ts";
import { DateSchema, IdSchema, oneOf, orNull, PatientSchema } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { NameSchema, WordsSchema } from "./words.ts";

const WhatSchema = Type.Array(oneOf(SHARED_THINGS), { minItems: 1, maxItems: 10 });

export const NewSharingSchema = Type.Object(
  {
    municipalUnitId: IdSchema,
    what: WhatSchema,
    until: Type.Optional(DateSchema),
    ground: NameSchema,
  },
  {
    additionalProperties: false,
    description:
      "`until` is the last day; without one it holds for as long as the course goes on. `ground` tells why it may be shared.",
    examples: [
      {
        municipalUnitId: "k-0301",
        what: ["course", "plan"],
        until: "2026-12-31",
        ground: "Pasientens samtykke",
      },
    ],
  },
);

export const EndedSharingSchema = Type.Object(
  { reason: WordsSchema },
  { additionalProperties: false, examples: [{ reason: "Pasienten trakk samtykket." }] },
);

export const SharingSchema = namedSchema(
  "Sharing",
  Type.Object({
    sharingId: Type.String(),
    as: oneOf(SHARED_AS),
    unitId: orNull(Type.String()),
    personId: orNull(Type.String()),
    ground: Type.String(),
    from: DateSchema,
    until: orNull(DateSchema),
    what: Type.Union([Type.Array(oneOf(SHARED_THINGS)), Type.Null()], {
      description: "Null: all that the role may see.",
    }),
    ended: orNull(Type.Object({ on: DateSchema, reason: Type.String() })),
    version: Type.Integer({ description: "For If-Match of a change." }),
  }),
);

export const SharingsSchema = Type.Object({ sharings: Type.Array(SharingSchema) });

export const SharedCoursesSchema = Type.Object(
  {
    asOf: DateSchema,
    courses: Type.Array(
      Type.Object({
        courseId: Type.String(),
        patient: PatientSchema,
        pathway: Type.String(),
        from: DateSchema,
        until: orNull(DateSchema),
        ground: Type.String(),
        what: orNull(Type.Array(oneOf(SHARED_THINGS))),
        followUp: orNull(
          Type.Object({
            followUpId: Type.String(),
            state: oneOf(FOLLOW_UP_STATES),
            confirmBy: orNull(DateSchema),
          }),
        ),
      }),
    ),
  },
  { description: "The newest first; at most 500." },
);
