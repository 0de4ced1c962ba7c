// Knows how those who tell of one message take turns, and that no two of them send it at the same time.
import type pg from "pg";

const TURN = "SELECT pg_advisory_xact_lock(hashtextextended('rettvei message ' || $1, 0))";
const HOLD = "SELECT pg_try_advisory_lock(hashtextextended('rettvei sending ' || $1, 0)) AS held";
const LET_GO = "SELECT pg_advisory_unlock(hashtextextended('rettvei sending ' || $1, 0))";

/** Until the transaction ends nobody else tells of the message. */
export async function lockMessage(client: pg.ClientBase, messageId: string): Promise<void> {
  await client.query({ name: "lock-message", text: TURN, values: [messageId] });
}

/** Does the work as the only sender of the message; answers undefined where another is at it. */
export async function asOnlySender<T>(
  client: pg.ClientBase,
  messageId: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const { rows } = await client.query<{ held: boolean }>({
    name: "hold-sending",
    text: HOLD,
    values: [messageId],
  });
  if (rows[0]?.held !== true) return undefined;
  try {
    return await work();
  } finally {
    await client.query({ name: "let-go-sending", text: LET_GO, values: [messageId] });
  }
}
