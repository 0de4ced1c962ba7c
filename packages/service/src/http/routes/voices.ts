// Knows the routes of the patient's voice: said, read, taken, answered, taken back.
import type pg from "pg";
import { type Static, type TSchema, Type } from "typebox";
import { patientIn, type Target } from "../../access/target.ts";
import { courseOf } from "../../course/course-of.ts";
import { courseVoices, voiceOf } from "../../course/voice/course-voices.ts";
import {
  answerVoice,
  sayInCourse,
  takeVoice,
  withdrawVoice,
} from "../../course/voice/tell-voice.ts";
import { VOICE } from "../../course/voice/voice.ts";
import type { Telling } from "../../facts/append-fact.ts";
import { factsOfType, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  NewVoiceSchema,
  NothingSchema,
  VoiceAnswerSchema,
  VoiceSchema,
  VoicesSchema,
} from "../schemas/voice.ts";
import { mutable } from "../views/mutable.ts";

const OfCourseSchema = Type.Object({ courseId: IdSchema });
const OfVoiceSchema = Type.Object({ voiceId: IdSchema });

async function voiceNow(client: pg.ClientBase, voiceId: string) {
  const voice = voiceOf(await factsOfType(client, voiceId, VOICE));
  return { body: mutable(voice), version: voice.version };
}

function seenVoice(matterId: string, target: Target, seen: () => number): SeenMatter {
  return { matterId, patientId: patientIn(target), seen: seen() };
}

function addSayingRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/voices",
    summary: "What the patient has said in a course, and the answers",
    tag: "voices",
    params: OfCourseSchema,
    answer: VoicesSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { courseId } }) => ({
      body: { voices: mutable(courseVoices(await factsOfCourse(client, courseId))) },
    }),
  });
  addWriting(guard, {
    url: "/api/courses/:courseId/voices",
    summary: "The patient says something that is to be answered",
    description: "The answer names the day it is to be answered by. These days are our own choice.",
    tag: "voices",
    params: OfCourseSchema,
    body: NewVoiceSchema,
    answer: VoiceSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body }) => {
      const { matterId } = await sayInCourse({ store, client, actor }, courseOf(target), body);
      return voiceNow(client, matterId);
    },
  });
}

interface Step<B extends TSchema> {
  readonly url: string;
  readonly summary: string;
  readonly description?: string;
  readonly body: B;
  /** Writes the step down, for whoever has seen the voice as it now is. */
  readonly tell: (telling: Telling, voice: SeenMatter, body: Static<B>) => Promise<unknown>;
}

/** Something that is done with a voice already said; answered with the voice as it then is. */
function addStep<B extends TSchema>(guard: Guard, { tell, ...route }: Step<B>): void {
  addWriting(guard, {
    ...route,
    tag: "voices",
    params: OfVoiceSchema,
    answer: VoiceSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.voiceId }),
    write: async ({ store, client, actor, target, params: { voiceId }, body, seen }) => {
      await tell({ store, client, actor }, seenVoice(voiceId, target, seen), body);
      return voiceNow(client, voiceId);
    },
  });
}

export function addVoiceRoutes(guard: Guard): void {
  addSayingRoute(guard);
  addStep(guard, {
    url: "/api/voices/:voiceId/taken",
    summary: "Take it upon oneself to answer the patient",
    body: NothingSchema,
    tell: takeVoice,
  });
  addStep(guard, {
    url: "/api/voices/:voiceId/answered",
    summary: "Answer the patient",
    description: "The patient gets a notice that there is something to read, and not what.",
    body: VoiceAnswerSchema,
    tell: (telling, voice, { words }) => answerVoice(telling, voice, words),
  });
  addStep(guard, {
    url: "/api/voices/:voiceId/withdrawn",
    summary: "The patient takes back what was said",
    description: "It stays readable; nobody has to answer it any more.",
    body: NothingSchema,
    tell: withdrawVoice,
  });
}
