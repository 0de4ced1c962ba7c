// Knows how statements that do not wait for each other's answers are sent together.
import type pg from "pg";

/** Whether statements may be sent on the connection before earlier ones are answered. */
export function sendsAhead(client: pg.ClientBase | pg.Pool): boolean {
  return "pipeline" in client && client.pipeline === true;
}

/**
 * Asks in this order and waits for all answers, also where one fails; then throws the first failure. In a transaction
 * nothing that was sent behind a failure is done.
 */
export async function inOneGo<Answers extends readonly unknown[]>(
  client: pg.ClientBase | pg.Pool,
  ...asks: { readonly [At in keyof Answers]: () => Promise<Answers[At]> }
): Promise<Answers> {
  const sent: Promise<unknown>[] = [];
  for (const ask of asks) {
    const answer = ask();
    sent.push(answer);
    if (!sendsAhead(client)) await answer;
  }
  await Promise.allSettled(sent);
  return (await Promise.all(sent)) as readonly unknown[] as Answers;
}
