// Knows the shapes of a referral that is still being written: anything may be missing or half written.
import { type Static, Type } from "typebox";
import { URGENCIES } from "../../course/referral/referral-facts.ts";
import { oneOf } from "./basics.ts";

const LineSchema = Type.String({ maxLength: 300 });
const WordsSchema = Type.String({ maxLength: 10_000 });

const PointSchema = Type.Object(
  {
    item: LineSchema,
    answer: Type.Optional(oneOf(["present", "absent", "not-relevant"] as const)),
    text: WordsSchema,
  },
  { additionalProperties: false },
);

export const DraftContentSchema = Type.Object(
  {
    pathway: LineSchema,
    unitId: LineSchema,
    urgency: oneOf(URGENCIES),
    personNumber: LineSchema,
    name: LineSchema,
    language: oneOf(["nb", "nn", "en"] as const),
    referrerName: LineSchema,
    organisation: LineSchema,
    phone: LineSchema,
    notGp: Type.Boolean(),
    gpName: LineSchema,
    tellGp: Type.Boolean(),
    points: Type.Array(PointSchema, { maxItems: 100 }),
    incompleteBecause: WordsSchema,
    patientWords: WordsSchema,
  },
  {
    additionalProperties: false,
    description: "An empty text for what is not filled in. Attachments are not kept.",
    examples: [
      {
        ...{ pathway: "tsb", unitId: "", urgency: "ordinary", personNumber: "", name: "Testine" },
        ...{ language: "nb", referrerName: "Fanny Fastlege", organisation: "", phone: "" },
        ...{ notGp: false, gpName: "", tellGp: false, incompleteBecause: "" },
        points: [{ item: "ref-symptoms", text: "Nedstemt siden" }],
        patientWords: "Jeg vil bli rusfri.",
      },
    ],
  },
);
export type DraftContent = Static<typeof DraftContentSchema>;

const InstantSchema = Type.String({ format: "date-time" });

const SAVED = {
  draftId: Type.String(),
  savedAt: InstantSchema,
  deletedAt: Type.String({
    format: "date-time",
    description: "When it is thrown away if nobody saves it again.",
  }),
  version: Type.Integer(),
};

export const SavedDraftSchema = Type.Object(SAVED);
export const WholeDraftSchema = Type.Object({ ...SAVED, content: DraftContentSchema });
export const DraftsSchema = Type.Object({
  drafts: Type.Array(
    Type.Object({ ...SAVED, pathway: Type.String(), name: Type.String(), unitId: Type.String() }),
    { description: "The last saved first." },
  ),
});
export const DeletedDraftSchema = Type.Object({ draftId: Type.String() });
