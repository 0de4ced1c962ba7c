// Knows how a patient wants to be told that there is something: by which channel, in which language, or not at all.

import type pg from "pg";
import { type Static, Type } from "typebox";
import { factKind, lastOfKind } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";
import { factsOfMatter } from "../facts/read-facts.ts";
import { oneOf } from "../http/schemas/basics.ts";
import { LANGUAGES } from "./message-content.ts";

const NOTICE_CHANNELS = ["digital-post", "sms", "e-mail", "none"] as const;

export const ChoiceSchema = Type.Object(
  { by: oneOf(NOTICE_CHANNELS), language: oneOf(LANGUAGES) },
  { additionalProperties: false, examples: [{ by: "sms", language: "nn" }] },
);
export type NoticeChoice = Static<typeof ChoiceSchema>;

export const NOTICE_CHOSEN = factKind("notice-chosen", ChoiceSchema);

/** Of a patient who has chosen nothing: digital mail, in bokmål. */
const UNCHOSEN: NoticeChoice = { by: "digital-post", language: "nb" };

export const NOTICE_CHOICE: MatterType = {
  type: "notice-choice",
  kinds: [NOTICE_CHOSEN],
  standing: (facts) => ({
    state: lastOfKind(facts, NOTICE_CHOSEN)?.body.by ?? UNCHOSEN.by,
    open: false,
    unitId: null,
    personId: null,
    dueOn: null,
  }),
};

export function choiceMatter(patientId: string): string {
  return `notice-choice ${patientId}`;
}

/** The last choice, as it holds now. */
export async function noticeChoice(
  client: pg.ClientBase,
  patientId: string,
): Promise<NoticeChoice> {
  const facts = await factsOfMatter(client, choiceMatter(patientId));
  return lastOfKind(facts, NOTICE_CHOSEN)?.body ?? UNCHOSEN;
}
