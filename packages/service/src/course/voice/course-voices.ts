// Knows what the facts of a course say of the patient's voice: each thing said, and its answer.
import type { CalendarDate } from "@rettvei/engine";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { VOICE, VOICE_ANSWERED, VOICE_SAID, type VoiceAbout, type VoiceState } from "./voice.ts";

export interface Voice {
  readonly voiceId: string;
  readonly courseId: string | null;
  readonly about: VoiceAbout;
  readonly words: string;
  readonly saidOn: CalendarDate;
  readonly state: VoiceState;
  readonly answerBy: CalendarDate;
  /** Who is to answer, or has; null while it is the unit's. */
  readonly personId: string | null;
  readonly answer: { readonly words: string; readonly on: CalendarDate } | null;
  readonly version: number;
}

/** One of them by its own facts in order. */
export function voiceOf(facts: readonly Fact[]): Voice {
  const said = lastOfKind(facts, VOICE_SAID);
  const last = facts.at(-1);
  if (said === undefined || last === undefined) throw new Error("bug: a voice that said nothing");
  const { state, personId } = VOICE.standing(facts);
  const answered = lastOfKind(facts, VOICE_ANSWERED);
  const { about, words, answerBy } = said.body;
  return {
    voiceId: said.matterId,
    courseId: said.courseId,
    about,
    words,
    saidOn: said.happenedOn,
    state: state as VoiceState,
    answerBy,
    personId,
    answer: answered === undefined ? null : { words: answered.body.words, on: answered.happenedOn },
    version: last.seq,
  };
}

/** All of a course by its facts in order; those of other matters are passed over. */
export function courseVoices(facts: readonly Fact[]): readonly Voice[] {
  return byMatter(facts, VOICE).map(voiceOf);
}
