// Knows what a person who is to place a message reads of it: about whom it is, and its words in order.
import {
  type DialogueBody,
  type DialogueMessage,
  type ReferralMessage,
  wholeNameOf,
} from "@rettvei/messages";
import { numberOf, type ReceivedFact } from "./place-received.ts";

export interface SaidInMessage {
  readonly patient: {
    readonly name: string | null;
    readonly bornOn: string | null;
    /** Birth number or D-number. */
    readonly number: string | null;
  } | null;
  /** Heading as the sender wrote it; null where it wrote none. */
  readonly words: readonly { readonly heading: string | null; readonly text: string }[];
}

type Words = SaidInMessage["words"];

const NOTHING: SaidInMessage = { patient: null, words: [] };

/** What has a text, in order. */
function worded(
  pairs: readonly (readonly [heading: string | undefined, text: string | undefined])[],
): Words {
  return pairs.flatMap(([heading = null, text = ""]) =>
    text.trim() === "" ? [] : [{ heading, text }],
  );
}

function wordsOfReferral(referral: ReferralMessage): Words {
  const { comment, request, reasons, comments, items, precautions } = referral;
  return worded([
    [request.service?.speciality?.display, request.comment],
    [undefined, comment],
    ...[...reasons, ...comments].map(({ heading, text }) => [heading?.display, text] as const),
    ...items.flatMap(({ about, observation }) => [
      [about.display, observation?.description] as const,
      [undefined, observation?.comment] as const,
    ]),
    ...precautions.map(({ text }) => [undefined, text] as const),
  ]);
}

function wordsOfBody({ notes, questions }: DialogueBody): Words {
  return worded([
    ...notes.flatMap(({ theme, topic, text, remark }) => [
      [topic ?? theme.display, text] as const,
      [undefined, remark] as const,
    ]),
    ...questions.flatMap(({ kind, topic, text, reason }) => [
      [topic ?? kind.display, text] as const,
      [undefined, reason] as const,
    ]),
  ]);
}

/** Nothing of what could not be read, and of a receipt. */
export function saidInMessage({ body: { kind, facts } }: ReceivedFact): SaidInMessage {
  if (kind !== "referral" && kind !== "dialogue") return NOTHING;
  const message = facts as ReferralMessage | DialogueMessage;
  const name = (message.patient && wholeNameOf(message.patient)) ?? null;
  const bornOn = message.patient?.birthDate?.slice(0, "YYYY-MM-DD".length) ?? null;
  const patient = { name, bornOn, number: numberOf(message) ?? null };
  const words =
    kind === "referral"
      ? wordsOfReferral(facts as ReferralMessage)
      : (facts as DialogueMessage).documents.flatMap(({ body }) =>
          body === undefined ? [] : wordsOfBody(body),
        );
  return { patient, words };
}
