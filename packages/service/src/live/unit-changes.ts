// Knows at which units something has just changed, in whatever process of the service: ids of units and nothing else.
import type pg from "pg";
import { channelOf, say } from "../store/channel.ts";

/** Ids of units, or all of them where it is not known which. */
export type Changed = readonly string[] | "all";

export interface UnitChanges {
  /** Tells everybody who hears, in all processes, a moment later. Never throws. */
  tell(changed: Changed): void;
  /** Hears of each change until the answer is called. Throws where the database cannot be reached. */
  hear(listener: (changed: Changed) => void): Promise<() => void>;
  close(): Promise<void>;
}

/**
 * What changes within it is told together. A notice within the transaction that registers would be sooner by this,
 * but the database lets only one transaction that tells commit at a time: registrations then wait for each other.
 */
const TOGETHER_MS = 50;
/** With room to what a notice can hold. */
const LONGEST = 7_000;

function messageOf(unitIds: ReadonlySet<string>): string {
  const message = JSON.stringify([...unitIds]);
  return Buffer.byteLength(message) > LONGEST ? JSON.stringify("all") : message;
}

export function unitChanges(config: pg.ClientConfig, pool: pg.Pool): UnitChanges {
  const listeners = new Set<(changed: Changed) => void>();
  const pass = (changed: Changed): void => {
    for (const listener of listeners) listener(changed);
  };
  const channel = channelOf(config, {
    heard: (message) => pass(JSON.parse(message) as Changed),
    missed: () => pass("all"),
  });
  let unitIds = new Set<string>();
  let all = false;
  let timer: NodeJS.Timeout | undefined;
  const send = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const message = all ? JSON.stringify("all") : messageOf(unitIds);
    unitIds = new Set();
    all = false;
    // A database that is away: whoever listens has lost it too, and looks at everything when it is back.
    await say(pool, message).catch(() => undefined);
  };
  return {
    tell: (changed) => {
      if (changed === "all") all = true;
      else for (const unitId of changed) unitIds.add(unitId);
      timer ??= setTimeout(() => void send(), TOGETHER_MS);
    },
    hear: async (listener) => {
      await channel.listen();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: async () => {
      if (timer !== undefined) await send();
      await channel.close();
    },
  };
}

const changesOf = new WeakMap<object, UnitChanges>();

/** What is kept on the connection is told by these. */
export function tellsBy(client: object, changes: UnitChanges): void {
  changesOf.set(client, changes);
}

/** Tells of what was kept on the connection; nobody where it is a connection that does not tell. */
export function tellFrom(client: object, unitIds: readonly string[]): void {
  changesOf.get(client)?.tell(unitIds);
}
