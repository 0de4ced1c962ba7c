// Knows the shapes of what a unit decides of a referral.
import { GRANTED_FOR, SEVERITIES } from "@rettvei/engine";
import { Type } from "typebox";
import { AuthorSchema, MOVE_REASONS } from "../../course/referral/referral-facts.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "./basics.ts";

const WordsSchema = Type.String({ minLength: 1, maxLength: 10_000 });
const AUTHOR = { givenName: "Siri", familyName: "Spesialist", telephone: "99 99 99 99" };

export const GrantSchema = Type.Object(
  {
    assessedOn: Type.Optional(DateSchema),
    pathway: Type.Optional(IdSchema),
    condition: Type.Optional(IdSchema),
    severity: Type.Optional(oneOf(SEVERITIES)),
    grantedFor: Type.Optional(oneOf(GRANTED_FOR)),
    legalDeadline: Type.Optional(DateSchema),
    careFrom: Type.Optional(DateSchema),
    text: Type.Optional(WordsSchema),
    author: Type.Optional(AuthorSchema),
  },
  {
    additionalProperties: false,
    description:
      "Pathway, for what, legal deadline and author are needed: 422 names what is missing. The pathway is the specialist service's choice; if it is another than asked for, the course becomes one of that pathway.",
    examples: [
      {
        pathway: "tsb",
        grantedFor: "assessment",
        legalDeadline: "2026-04-20",
        careFrom: "2026-03-30",
        author: AUTHOR,
      },
    ],
  },
);

export const RefusalSchema = Type.Object(
  {
    assessedOn: Type.Optional(DateSchema),
    reasons: Type.Optional(WordsSchema),
    furtherMeasures: Type.Optional(WordsSchema),
    howToComplain: Type.Optional(WordsSchema),
    author: Type.Optional(AuthorSchema),
  },
  {
    additionalProperties: false,
    description:
      "Cannot be sent without reasons, the specialist's advice on further measures, how to complain, and author: 422 names what is missing.",
    examples: [
      {
        reasons: "Plagene kan behandles godt i kommunen.",
        furtherMeasures: "Samtaler hos kommunepsykolog og ny vurdering om tre måneder.",
        howToComplain: "Du kan klage til statsforvalteren. Klagen sendes til oss.",
        author: AUTHOR,
      },
    ],
  },
);

export const SendingOnSchema = Type.Object(
  { toUnitId: IdSchema, reason: WordsSchema, author: AuthorSchema },
  {
    additionalProperties: false,
    examples: [{ toUnitId: "9900002", reason: "Bor i et annet opptaksområde.", author: AUTHOR }],
  },
);

export const DeadlineMoveSchema = Type.Object(
  { to: DateSchema, reason: oneOf(MOVE_REASONS), note: Type.Optional(WordsSchema) },
  {
    additionalProperties: false,
    description: "A legal deadline moves only so: with a reason, and the first date stays visible.",
    examples: [{ to: "2026-05-04", reason: "patient-wish", note: "Vil vente til etter eksamen." }],
  },
);

const SaidSchema = Type.String({ maxLength: 10_000 });

export const LetterDraftSchema = Type.Object(
  {
    decision: oneOf(["grant", "refuse"]),
    legalDeadline: Type.Optional(DateSchema),
    careFrom: Type.Optional(DateSchema),
    text: Type.Optional(SaidSchema),
    reasons: Type.Optional(SaidSchema),
    furtherMeasures: Type.Optional(SaidSchema),
    howToComplain: Type.Optional(SaidSchema),
  },
  {
    additionalProperties: false,
    description: "A decision as far as it is written; what is missing is shown as a gap.",
    examples: [{ decision: "refuse", reasons: "Plagene kan behandles godt i kommunen." }],
  },
);

export const LetterSchema = Type.Object(
  {
    title: Type.String(),
    text: Type.String(),
    language: oneOf(["nb", "nn", "en"]),
  },
  {
    examples: [
      {
        title: "Svar på henvisningen din",
        text: "Testvik DPS har vurdert henvisningen.",
        language: "nb",
      },
    ],
  },
);

export const EarlierCoursesSchema = Type.Object(
  {
    courses: Type.Array(
      Type.Object({
        courseId: Type.String(),
        edition: orNull(DateSchema),
        unitId: Type.String(),
        unitName: orNull(Type.String()),
        running: Type.Boolean(),
        firstOn: orNull(DateSchema),
        lastEvent: orNull(Type.String()),
        lastEventOn: orNull(DateSchema),
      }),
    ),
  },
  { description: "The newest first; only those that whoever asks may see." },
);
