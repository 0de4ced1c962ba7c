// Knows the channel of the database by which the processes of a service tell each other that something has changed.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const CHANNEL = "rettvei_changes";
const AGAIN_MS = 1_000;

// Nobody is told anything that is not kept already, so nothing is lost that this commit would have to wait for.
const SAY = `SELECT set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', $1)`;

interface Hearing {
  readonly heard: (message: string) => void;
  /** Called when it hears again after a time in which it may have missed something. */
  readonly missed: () => void;
}

export interface Channel {
  /** Listens from here on, and again whenever the connection was lost; throws where it cannot begin to. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** Says it to all processes, this one too. A short message: the database takes no more than 8,000 bytes. */
export async function say(pool: pg.Pool, message: string): Promise<void> {
  await pool.query({ name: "say", text: SAY, values: [message] });
}

/** A connection of its own: what is told comes only to the connection that asked to be told. */
export function channelOf(config: pg.ClientConfig, { heard, missed }: Hearing): Channel {
  const closed = new AbortController();
  let open: pg.Client | undefined;
  let begun: Promise<void> | undefined;

  const connect = async (): Promise<void> => {
    const client = new pg.Client({ ...config, application_name: "rettvei live", keepAlive: true });
    client.on("error", () => undefined); // it ends with it
    client.on("notification", ({ payload = "" }) => heard(payload));
    client.once("end", () => {
      const wasOpen = open === client;
      if (wasOpen) open = undefined;
      if (wasOpen && !closed.signal.aborted) void again();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (cause) {
      await client.end().catch(() => undefined);
      throw cause;
    }
    open = client;
    if (closed.signal.aborted) await client.end();
  };

  const again = async (): Promise<void> => {
    for (;;) {
      try {
        await sleep(AGAIN_MS, undefined, { ref: false, signal: closed.signal });
        await connect();
        missed();
        return;
      } catch {
        if (closed.signal.aborted) return;
      }
    }
  };

  return {
    listen: () => {
      begun ??= connect().catch((cause: unknown) => {
        begun = undefined;
        throw cause;
      });
      return begun;
    },
    close: async () => {
      closed.abort();
      await begun?.catch(() => undefined);
      await open?.end().catch(() => undefined);
    },
  };
}
