// Knows the routes by which a patient chooses how to be told that there is something to read.
import { Type } from "typebox";
import { appendFact } from "../../facts/append-fact.ts";
import {
  ChoiceSchema,
  choiceMatter,
  NOTICE_CHOICE,
  NOTICE_CHOSEN,
  noticeChoice,
} from "../../outbox/notice-choice.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";

const url = "/api/patients/:patientId/notice-choice";
const tag = "messages";
const params = Type.Object({ patientId: IdSchema });

export function addNoticeChoiceRoutes(guard: Guard): void {
  addReading(guard, {
    url,
    summary: "How a patient is told that there is something to read",
    tag,
    params,
    answer: ChoiceSchema,
    about: ({ params: { patientId } }) => ({ patientId }),
    read: async ({ client, params: { patientId } }) => ({
      body: await noticeChoice(client, patientId),
    }),
  });
  addWriting(guard, {
    url,
    summary: "Choose how to be told that there is something to read, or not at all",
    tag,
    params,
    body: ChoiceSchema,
    answer: ChoiceSchema,
    changes: false,
    about: ({ params: { patientId } }) => ({ patientId }),
    write: async ({ store, client, actor, params: { patientId }, body }) => {
      await lockPatients(client, [patientId]);
      const about = { matterId: choiceMatter(patientId), patientId, courseId: null, unitId: null };
      const told = { ...about, happenedOn: today(store), body };
      const fact = await appendFact({ store, client, actor }, NOTICE_CHOICE, NOTICE_CHOSEN, told);
      return { body, version: fact.seq };
    },
  });
}
