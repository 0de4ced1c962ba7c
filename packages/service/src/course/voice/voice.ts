// Knows the patient's voice: something the patient says, which a named person is to answer by a day.
import { Type } from "typebox";
import { factKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "../../http/schemas/basics.ts";
import { WordsSchema } from "../../http/schemas/words.ts";

export const VOICES = [
  "before-evaluation",
  "not-working",
  "other-therapist",
  "alone-with-therapist",
] as const;
export type VoiceAbout = (typeof VOICES)[number];

export const VOICE_SAID = factKind(
  "voice-said",
  Type.Object({
    about: oneOf(VOICES),
    words: WordsSchema,
    answerBy: DateSchema,
    /** Who is to answer; null where nobody has the course: it is then its unit's. */
    personId: orNull(IdSchema),
  }),
);

/** A person of the unit takes it upon them to answer. */
export const VOICE_TAKEN = factKind("voice-taken", Type.Object({ personId: IdSchema }));

export const VOICE_ANSWERED = factKind("voice-answered", Type.Object({ words: WordsSchema }));

export const VOICE_WITHDRAWN = factKind("voice-withdrawn", Type.Object({}));

export const VOICE_STATES = ["waiting", "taken", "answered", "withdrawn"] as const;
export type VoiceState = (typeof VOICE_STATES)[number];

/** Open until it is answered or taken back, past its day as much as before it. */
export const VOICE: MatterType = {
  type: "voice",
  kinds: [VOICE_SAID, VOICE_TAKEN, VOICE_ANSWERED, VOICE_WITHDRAWN],
  standing: (facts) => {
    const said = lastOfKind(facts, VOICE_SAID);
    const taken = lastOfKind(facts, VOICE_TAKEN);
    const answered = lastOfKind(facts, VOICE_ANSWERED) !== undefined;
    const withdrawn = lastOfKind(facts, VOICE_WITHDRAWN) !== undefined;
    const state: VoiceState = answered
      ? "answered"
      : withdrawn
        ? "withdrawn"
        : taken === undefined
          ? "waiting"
          : "taken";
    return {
      state,
      open: state === "waiting" || state === "taken",
      unitId: said?.unitId ?? null,
      personId: taken?.body.personId ?? said?.body.personId ?? null,
      dueOn: said?.body.answerBy ?? null,
    };
  },
};
