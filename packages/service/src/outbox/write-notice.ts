// Knows how a patient is told that there is something, and not what: by the channel the patient has chosen, or not at all.
import { addDays } from "@rettvei/engine";
import type { Telling } from "../facts/append-fact.ts";
import { today } from "../store/store.ts";
import type { ContentOf } from "./message-content.ts";
import { type NewMessage, writeMessage } from "./write-message.ts";

/** Days until somebody has to see to a notice that nobody has confirmed. */
const RECEIPT_DAYS = 3;

export async function writeNotice(
  telling: Telling,
  about: Pick<NewMessage, "patientId" | "courseId" | "unitId">,
  notice: ContentOf<"notice">["notice"],
): Promise<void> {
  await writeMessage(telling, {
    ...about,
    purpose: "patient-notice",
    channel: "notice",
    to: { kind: "patient", address: "patient", name: "Pasienten" },
    dueOn: addDays(today(telling.store), RECEIPT_DAYS),
    content: { form: "notice", notice },
  });
}
