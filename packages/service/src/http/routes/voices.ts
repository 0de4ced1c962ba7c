// Knows the routes of the patient's voice: said, read, taken, answered, taken back.
import type pg from "pg";
import { Type } from "typebox";
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
const aboutVoice = ({ params }: { params: { voiceId: string } }) => ({ matterId: params.voiceId });

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

function addAnsweringRoutes(guard: Guard): void {
  addWriting(guard, {
    url: "/api/voices/:voiceId/taken",
    summary: "Take it upon oneself to answer the patient",
    tag: "voices",
    params: OfVoiceSchema,
    body: NothingSchema,
    answer: VoiceSchema,
    changes: true,
    about: aboutVoice,
    write: async ({ store, client, actor, target, params: { voiceId }, seen }) => {
      await takeVoice({ store, client, actor }, seenVoice(voiceId, target, seen));
      return voiceNow(client, voiceId);
    },
  });
  addWriting(guard, {
    url: "/api/voices/:voiceId/answered",
    summary: "Answer the patient",
    description: "The patient gets a notice that there is something to read, and not what.",
    tag: "voices",
    params: OfVoiceSchema,
    body: VoiceAnswerSchema,
    answer: VoiceSchema,
    changes: true,
    about: aboutVoice,
    write: async ({ store, client, actor, target, params: { voiceId }, body, seen }) => {
      const matter = seenVoice(voiceId, target, seen);
      await answerVoice({ store, client, actor }, matter, body.words);
      return voiceNow(client, voiceId);
    },
  });
}

function addWithdrawingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/voices/:voiceId/withdrawn",
    summary: "The patient takes back what was said",
    description: "It stays readable; nobody has to answer it any more.",
    tag: "voices",
    params: OfVoiceSchema,
    body: NothingSchema,
    answer: VoiceSchema,
    changes: true,
    about: aboutVoice,
    write: async ({ store, client, actor, target, params: { voiceId }, seen }) => {
      await withdrawVoice({ store, client, actor }, seenVoice(voiceId, target, seen));
      return voiceNow(client, voiceId);
    },
  });
}

export function addVoiceRoutes(guard: Guard): void {
  addSayingRoute(guard);
  addAnsweringRoutes(guard);
  addWithdrawingRoute(guard);
}
