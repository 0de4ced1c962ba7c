// Knows how the answer to a question goes out to who asked, where the address book tells where to.
import { addDays } from "@rettvei/engine";
import type pg from "pg";
import type { Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { addressOfParty } from "../../outbox/addresses/address-book.ts";
import type { Recipient } from "../../outbox/message-facts.ts";
import { writeMessage } from "../../outbox/write-message.ts";
import { today } from "../../store/store.ts";
import { authorOf } from "../outside/author.ts";
import { referrerBy } from "../outside/outside.ts";
import { courseQuestions } from "./course-questions.ts";

/** Days until a receipt has to be there; our own choice. */
const DAYS = 3;

/** In use in the address book: a message that nobody could take would only be one more thing to see to. */
async function canTake(client: pg.ClientBase, { address }: Recipient): Promise<boolean> {
  const known = address === null ? undefined : await addressOfParty(client, address);
  return known !== undefined && !known.closed;
}

/** Writes the message; nothing where who asked has no address, and reads the answer with the referral alone. */
export async function sendAnswer(
  telling: Telling,
  { matterId, patientId, courseId, unitId }: Fact,
  telephone: string | undefined,
): Promise<void> {
  if (courseId === null || unitId === null) throw new Error("bug: a question of no course");
  const { client, store } = telling;
  const facts = await factsOfCourse(client, courseId);
  const asked = courseQuestions(facts).find(({ questionId }) => questionId === matterId);
  const to = referrerBy(facts);
  if (asked === undefined || asked.answer === null) throw new Error("bug: nothing was answered");
  if (to === undefined || !(await canTake(client, to))) return;
  const author = await authorOf(telling, courseId, telephone);
  const { words: question, answer } = asked;
  await writeMessage(telling, {
    purpose: "question-answer",
    channel: "xml",
    to,
    patientId,
    courseId,
    unitId,
    dueOn: addDays(today(store), DAYS),
    content: { form: "question-answer", question, answer: answer.words, author },
  });
}
