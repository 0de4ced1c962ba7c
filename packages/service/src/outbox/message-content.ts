// Knows what a message of ours says, as facts: it is put into the words and the standard of its receiver when it is sent.
import { type Static, Type } from "typebox";
import { DateSchema, IdSchema, oneOf } from "../http/schemas/basics.ts";
import { NameSchema as OneLineSchema } from "../http/schemas/words.ts";

export const LANGUAGES = ["nb", "nn", "en"] as const;
export const NOTICES = ["something-to-read", "something-to-answer", "appointment-changed"] as const;

const WordsSchema = Type.String({ minLength: 1, maxLength: 10_000 });
const NameSchema = Type.String({ minLength: 1, maxLength: 200 });

/** Who answers for it: the national standards want a name and a telephone number. */
export const AuthorSchema = Type.Object(
  {
    givenName: NameSchema,
    familyName: NameSchema,
    telephone: Type.String({ minLength: 3, maxLength: 40 }),
    hpr: Type.Optional(IdSchema),
  },
  { additionalProperties: false },
);

const DecisionSchema = Type.Union([
  Type.Object({
    kind: oneOf(["called-in", "right-granted"]),
    text: WordsSchema,
  }),
  Type.Object({ kind: Type.Literal("sent-on"), to: NameSchema, text: WordsSchema }),
  Type.Object({
    kind: Type.Literal("refused"),
    reasons: WordsSchema,
    advice: WordsSchema,
    howToComplain: WordsSchema,
  }),
]);

/** The first message of a conversation and the one that is answered, by their message ids. */
const ConversationSchema = Type.Object({ parent: IdSchema, conversation: IdSchema });

const ReferralAnswerSchema = Type.Object({
  form: Type.Literal("referral-answer"),
  decision: DecisionSchema,
  author: AuthorSchema,
  conversation: Type.Optional(ConversationSchema),
});

const PlanFeedbackSchema = Type.Object({
  form: Type.Literal("plan-feedback"),
  news: oneOf(["plan-made", "plan-changed"]),
  text: WordsSchema,
  author: AuthorSchema,
  conversation: Type.Optional(ConversationSchema),
});

/** The question goes with its answer: the system of who asked may never have seen it. */
const QuestionAnswerSchema = Type.Object({
  form: Type.Literal("question-answer"),
  question: WordsSchema,
  answer: WordsSchema,
  author: AuthorSchema,
});

/** ICD-10, as the published example of the discharge summary names it. */
const ICD_10 = "2.16.578.1.12.4.1.1.7110";

/** With its code, with or without a dot, or in words alone where nobody has coded it. */
const DiagnosisSchema = Type.Union([
  Type.Object(
    {
      value: Type.String({ pattern: "^[A-Z][0-9]{2}(\\.?[0-9A-Z]{1,2})?$" }),
      system: Type.Literal(ICD_10),
      display: OneLineSchema,
    },
    { additionalProperties: false },
  ),
  Type.Object({ text: OneLineSchema }, { additionalProperties: false }),
]);
export type SummaryDiagnosis = Static<typeof DiagnosisSchema>;

export const DischargeSummarySchema = Type.Object({
  form: Type.Literal("discharge-summary"),
  title: NameSchema,
  stay: Type.Object({
    from: DateSchema,
    to: DateSchema,
    careLevel: oneOf(["poliklinikk", "dag", "dogn"]),
  }),
  /** The first is the main one. */
  diagnoses: Type.Array(DiagnosisSchema, { maxItems: 50 }),
  sections: Type.Array(
    Type.Object({
      heading: oneOf(["AI", "AH", "FO", "FU", "ME", "HJ", "FA", "VU", "OP", "SY", "IP"]),
      text: WordsSchema,
    }),
    { minItems: 1, maxItems: 20 },
  ),
  /** Who referred, where it is not the receiver. */
  requestedBy: Type.Optional(Type.Object({ address: IdSchema, name: NameSchema })),
  author: AuthorSchema,
});

/** Words for a person or an organisation that no national standard is used with. */
const LetterSchema = Type.Object({
  form: Type.Literal("letter"),
  title: NameSchema,
  text: Type.String({ minLength: 1, maxLength: 50_000 }),
  language: oneOf(LANGUAGES),
});

/** Tells a patient that there is something, and not what: its words are those of the notice, never the sender's. */
const NoticeSchema = Type.Object({
  form: Type.Literal("notice"),
  notice: oneOf(NOTICES),
});

export const ContentSchema = Type.Union([
  ReferralAnswerSchema,
  PlanFeedbackSchema,
  QuestionAnswerSchema,
  DischargeSummarySchema,
  LetterSchema,
  NoticeSchema,
]);
export type MessageContent = Static<typeof ContentSchema>;
export type MessageForm = MessageContent["form"];
export type ContentOf<Form extends MessageForm> = Extract<MessageContent, { form: Form }>;
