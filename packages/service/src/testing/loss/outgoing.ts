// Knows the outgoing half of the battery against silent loss: messages of many kinds, some of which can never arrive.
import { addDays } from "@rettvei/engine";
import { type NewMessage, writeMessage } from "../../outbox/write-message.ts";
import { type Store, today } from "../../store/store.ts";
import { inTransaction } from "../../store/transaction.ts";
import { COORDINATOR } from "../test-app.ts";

/** What is to become of a message whatever its receiver does. */
export type Fate =
  | "reaches-the-receiver"
  | "no-answer"
  | "no-address"
  | "address-closed"
  | "cannot-be-written";

export interface Outgoing {
  readonly messageId: string;
  readonly fate: Fate;
}

const AUTHOR = { givenName: "Odd", familyName: "Elvestrand", telephone: "00000009" };
const LETTER = { form: "letter", title: "Svar", text: "Kjære deg.", language: "nb" } as const;
const FEEDBACK = {
  form: "plan-feedback",
  news: "plan-made",
  text: "Laget.",
  author: AUTHOR,
} as const;
const TEMPLATE_ERROR = {
  form: "discharge-summary",
  title: "Epikrise",
  stay: { from: "2024-02-20", to: "2024-03-20", careLevel: "poliklinikk" },
  diagnoses: [],
  sections: [{ heading: "FO", text: "Samtaler." }],
  author: AUTHOR,
} as unknown as NewMessage["content"];

type Draft = Pick<NewMessage, "purpose" | "channel" | "to" | "patientId" | "content"> & {
  readonly fate: Fate;
};

const TO_PATIENT = { kind: "patient", address: "patient", name: "Pasienten" } as const;

function toGp(address: string | null): NewMessage["to"] {
  return { kind: "gp", address, name: "Legekontoret" };
}

const WELL: Draft = {
  purpose: "plan-feedback",
  channel: "letter",
  to: toGp("good"),
  patientId: "n00-p1",
  content: LETTER,
  fate: "reaches-the-receiver",
};

/** One of twenty kinds, most of which go well. */
function draft(at: number): Draft {
  switch (at % 20) {
    case 0:
      return { ...WELL, to: toGp("nobody-listens"), fate: "no-answer" };
    case 1:
      return { ...WELL, to: toGp(null), fate: "no-address" };
    case 2:
      return { ...WELL, to: toGp("closed"), fate: "address-closed" };
    case 3:
      return { ...WELL, channel: "xml", content: TEMPLATE_ERROR, fate: "cannot-be-written" };
    case 4:
      return { ...WELL, to: TO_PATIENT, patientId: null, fate: "cannot-be-written" };
    case 5:
      return { ...WELL, channel: "xml", content: FEEDBACK };
    case 6: {
      const content = { form: "notice", notice: "something-to-read" } as const;
      return { ...WELL, purpose: "patient-notice", channel: "notice", to: TO_PATIENT, content };
    }
    default:
      return WELL;
  }
}

const AT_ONCE = 100;
const UNITS = ["u0", "u1", "u9"];

/** Writes messages of three units, a hundred in a transaction. */
export async function writeOutgoing(store: Store, count: number): Promise<readonly Outgoing[]> {
  const written: Outgoing[] = [];
  const dueOn = addDays(today(store), 2);
  while (written.length < count) {
    const from = written.length;
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => from + at);
    await inTransaction(store.database.pool, async (client) => {
      for (const at of some) {
        const { fate, ...own } = draft(at);
        const unitId = UNITS[at % UNITS.length] ?? "u1";
        const message = { ...own, courseId: null, unitId, dueOn };
        const fact = await writeMessage({ store, client, actor: COORDINATOR }, message);
        written.push({ messageId: fact.matterId, fate });
      }
    });
  }
  return written;
}
