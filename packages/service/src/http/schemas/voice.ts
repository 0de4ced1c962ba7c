// Knows the shapes of what a patient says, and of its answer.
import { Type } from "typebox";
import { VOICE_STATES, VOICES } from "../../course/voice/voice.ts";
import { DateSchema, oneOf, orNull } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { WordsSchema } from "./words.ts";

export const NewVoiceSchema = Type.Object(
  { about: oneOf(VOICES), words: WordsSchema },
  {
    additionalProperties: false,
    description:
      "It reaches the course's coordinator, else whoever treats the patient, else the unit; a wish for another therapist is not left with the therapist.",
    examples: [{ about: "not-working", words: "Gruppa gjør meg bare mer urolig." }],
  },
);

export const VoiceAnswerSchema = Type.Object(
  { words: WordsSchema },
  { additionalProperties: false, examples: [{ words: "Takk. Jeg ringer deg i morgen." }] },
);

export const NothingSchema = Type.Object({}, { additionalProperties: false, examples: [{}] });

export const VoiceSchema = namedSchema(
  "Voice",
  Type.Object({
    voiceId: Type.String(),
    courseId: orNull(Type.String()),
    about: oneOf(VOICES),
    words: Type.String(),
    saidOn: DateSchema,
    state: oneOf(VOICE_STATES),
    answerBy: DateSchema,
    personId: orNull(Type.String()),
    answer: orNull(Type.Object({ words: Type.String(), on: DateSchema })),
    version: Type.Integer({ description: "For If-Match of an answer to it." }),
  }),
);

export const VoicesSchema = Type.Object({ voices: Type.Array(VoiceSchema) });
