// Knows how a browser hears at once that something has changed at its units: a stream of server-sent events that holds
// ids of units only, and that ends with the session of whoever listens.
import type { FastifyReply } from "fastify";
import type { Changed, UnitChanges } from "./unit-changes.ts";

/** So that what lies between does not take a quiet stream for a dead one; and how late a session's end is seen. */
const BEAT_MS = 15_000;

interface Stream {
  readonly changes: UnitChanges;
  readonly unitIds: readonly string[];
  /** Whether whoever opened it is still logged in, asked without counting as use. */
  readonly stillIn: () => Promise<boolean>;
}

const open = new Set<() => void>();

/** Ends all streams: the service is about to stop. */
export function endStreams(): void {
  for (const end of open) end();
}

/** Answers with a stream until the browser, the session or the service ends. Throws where the database is away. */
export async function streamUnits(reply: FastifyReply, stream: Stream): Promise<void> {
  const { changes, unitIds, stillIn } = stream;
  let hear: (changed: Changed) => void = () => undefined;
  const deafen = await changes.hear((changed) => hear(changed));
  if (reply.raw.destroyed) return deafen();
  const headers = { "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" };
  reply.hijack();
  reply.raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...headers });
  reply.raw.write(": open\n\n");
  const own = new Set(unitIds);
  const end = (): void => {
    clearInterval(beat);
    deafen();
    open.delete(end);
    reply.raw.end();
  };
  const say = async (line: string): Promise<void> => {
    const may = await stillIn().catch(() => false);
    if (!open.has(end)) return;
    if (may) reply.raw.write(line);
    else end();
  };
  const beat = setInterval(() => void say(": still here\n\n"), BEAT_MS);
  beat.unref();
  hear = (changed) => {
    const mine = changed === "all" ? [...own] : changed.filter((unitId) => own.has(unitId));
    if (mine.length > 0) void say(`data: ${JSON.stringify({ unitIds: mine })}\n\n`);
  };
  open.add(end);
  reply.raw.once("close", end);
}
