// Knows what is to be done once a connection's transaction is kept: what nobody may hear of before.

type After = () => void;
const waiting = new WeakMap<object, After[]>();

/** Done when the transaction of the connection is committed, and never if it is not. It must not throw. */
export function onCommit(client: object, after: After): void {
  waiting.set(client, [...(waiting.get(client) ?? []), after]);
}

/** The transaction has ended; `kept` says how. */
export function transactionEnded(client: object, kept: boolean): void {
  const all = waiting.get(client) ?? [];
  waiting.delete(client);
  if (kept) for (const after of all) after();
}
