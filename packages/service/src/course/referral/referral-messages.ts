// Knows which messages a referral gives rise to, to whom and by when they have to have arrived.
import { addDays } from "@rettvei/engine";
import type { Static } from "typebox";
import type { Telling } from "../../facts/append-fact.ts";
import type { ContentOf, MessageContent } from "../../outbox/message-content.ts";
import type { Purpose, Recipient } from "../../outbox/message-facts.ts";
import { writeMessage } from "../../outbox/write-message.ts";
import { writeNotice } from "../../outbox/write-notice.ts";
import { today } from "../../store/store.ts";
import { readUnit } from "../../store/units.ts";
import { letterDate } from "./letter-date.ts";
import type { Referral } from "./referral.ts";
import { referralChecklist } from "./referral-checklist.ts";
import type { AuthorSchema, RIGHT_GRANTED, RIGHT_REFUSED } from "./referral-facts.ts";
import {
  grantedLetter,
  movedLetter,
  refusedLetter,
  type TellingOfMove,
} from "./referral-letter.ts";
import { REFERRAL_TEXTS } from "./referral-texts.ts";

/** Our own measure of when somebody has to see to a message that nobody has confirmed. */
const RECEIPT_DAYS = 3;

const PATIENT: Recipient = { kind: "patient", address: "patient", name: "patient" };

type ReferralAnswer = ContentOf<"referral-answer">["decision"];
type Granted = Static<typeof RIGHT_GRANTED.body>;
type Refused = Static<typeof RIGHT_REFUSED.body>;

function send(
  telling: Telling,
  { patientId, courseId, unitId }: Referral,
  { purpose, to, content }: { purpose: Purpose; to: Recipient; content: MessageContent },
): Promise<unknown> {
  const dueOn = addDays(today(telling.store), RECEIPT_DAYS);
  const channel = content.form === "letter" ? "letter" : "xml";
  const about = { patientId, courseId, unitId, dueOn };
  return writeMessage(telling, { ...about, purpose, channel, to, content });
}

function referrerOf({ content: { referrer } }: Referral): Recipient {
  return { kind: "referrer", address: referrer.address ?? null, name: referrer.name };
}

function copyOf(telling: Telling, referral: Referral, unit: string): MessageContent {
  const { language, pathway, points, patientWords } = referral.content;
  const texts = REFERRAL_TEXTS[language];
  const { bundle } = telling.store.judging;
  const { edition } = referral.content.assessBy;
  const found = bundle.editions.find((one) => one.pathway === pathway && one.edition === edition);
  const items = found === undefined ? [] : referralChecklist(found);
  const said = points.flatMap(({ item, text }) => {
    const heading = items.find(({ id }) => id === item)?.text[language];
    return text === undefined || heading === undefined ? [] : [`${heading}\n${text}`];
  });
  const own = patientWords === null ? [] : [`${texts.ownWords}\n${patientWords}`];
  const on = letterDate(referral.receivedOn, language);
  const text = [texts.copyIntro(unit, on), ...own, ...said].join("\n\n");
  return { form: "letter", title: texts.copyTitle, text: text.slice(0, 50_000), language };
}

/** A copy to the patient, and where somebody else than the GP refers and the patient agrees, to the GP. */
export async function sendCopies(telling: Telling, referral: Referral): Promise<void> {
  const unit = await readUnit(telling.client, referral.unitId);
  const content = copyOf(telling, referral, unit.name);
  await send(telling, referral, { purpose: "copy-to-patient", to: PATIENT, content });
  const { gp, tellGp } = referral.content;
  if (gp === null || !tellGp) return;
  const to: Recipient = { kind: "gp", address: gp.address ?? null, name: gp.name };
  await send(telling, referral, { purpose: "copy-to-gp", to, content });
}

function answer(decision: ReferralAnswer, author: Static<typeof AuthorSchema>): MessageContent {
  return { form: "referral-answer", decision, author };
}

/** To the patient in plain words, to the referrer as the national message. */
export async function sendGranted(
  telling: Telling,
  referral: Referral,
  { legalDeadline, careFrom, text, author }: Granted,
): Promise<void> {
  const unit = await readUnit(telling.client, referral.unitId);
  const letter = grantedLetter(referral, unit.name, { legalDeadline, careFrom, text });
  const content: MessageContent = { form: "letter", ...letter };
  await send(telling, referral, { purpose: "referral-answer", to: PATIENT, content });
  const told = answer({ kind: "right-granted", text: letter.text.slice(0, 10_000) }, author);
  await send(telling, referral, {
    purpose: "referral-answer",
    to: referrerOf(referral),
    content: told,
  });
}

/** The same to both, with reasons, what the specialist advises, and how to complain. */
export async function sendRefused(
  telling: Telling,
  referral: Referral,
  { reasons, furtherMeasures, howToComplain, author }: Refused,
): Promise<void> {
  const unit = await readUnit(telling.client, referral.unitId);
  const said = { reasons, furtherMeasures, howToComplain };
  const content: MessageContent = { form: "letter", ...refusedLetter(referral, unit.name, said) };
  await send(telling, referral, { purpose: "refusal-letter", to: PATIENT, content });
  const decision = { kind: "refused", reasons, advice: furtherMeasures, howToComplain } as const;
  await send(telling, referral, {
    purpose: "referral-answer",
    to: referrerOf(referral),
    content: answer(decision, author),
  });
}

/** Tells the referrer which unit has it now. */
export async function sendSentOn(
  telling: Telling,
  referral: Referral,
  author: Static<typeof AuthorSchema>,
): Promise<void> {
  const unit = await readUnit(telling.client, referral.unitId);
  const text = REFERRAL_TEXTS[referral.content.language].sentOn(unit.name);
  const decision = { kind: "sent-on", to: unit.name, text } as const;
  await send(telling, referral, {
    purpose: "referral-answer",
    to: referrerOf(referral),
    content: answer(decision, author),
  });
}

/** The patient gets a letter, and a notice that there is something to read. */
export async function sendDeadlineMoved(
  telling: Telling,
  referral: Referral,
  move: TellingOfMove,
): Promise<void> {
  const { name } = await readUnit(telling.client, referral.unitId);
  const content: MessageContent = { form: "letter", ...movedLetter(referral, name, move) };
  await send(telling, referral, { purpose: "deadline-moved", to: PATIENT, content });
  const { patientId, courseId, unitId } = referral;
  await writeNotice(telling, { patientId, courseId, unitId }, "something-to-read");
}
