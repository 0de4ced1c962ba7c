// Knows what the embedded database really holds, read past the service, and holds it against what was answered.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Sent } from "./registrars.ts";

const SOCKET_LINE = 4;
const ATTEMPTS = 150;
const PAUSE_MS = 100;

/** The server's process and socket, as PostgreSQL itself wrote them down. */
export function serverOf(dataDir: string): { readonly pid: number; readonly socket: string } {
  const lines = readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8").split("\n");
  return { pid: Number(lines[0]), socket: String(lines[SOCKET_LINE]) };
}

async function connect(dataDir: string): Promise<pg.Client> {
  const password = readFileSync(join(dataDir, "postgres/password"), "utf8").trim();
  const { socket: host } = serverOf(dataDir);
  const client = new pg.Client({ host, user: "rettvei", database: "rettvei", password });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Does the work on a connection of its own, as soon as the server takes one. */
export async function asOwner<T>(
  dataDir: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await connect(dataDir).catch((cause: unknown) => {
      if (attempt === ATTEMPTS) throw cause;
      return undefined;
    });
    if (client === undefined) await sleep(PAUSE_MS);
    else return await work(client).finally(() => client.end());
  }
}

const DAYS = `
  SELECT patient_id || ' ' || to_char(occurred_on, 'YYYY-MM-DD') AS of, count(*)::int AS times
  FROM rettvei.course LEFT JOIN rettvei.record USING (course_id)
  WHERE patient_id LIKE 'registrar-%' GROUP BY 1`;
const TWO_COURSES = `
  SELECT patient_id AS of FROM rettvei.course
  WHERE patient_id LIKE 'registrar-%' GROUP BY 1 HAVING count(*) > 1`;
// Of each course and number of its last record: the request that wrote it, and its audit.
const UNAUDITED = `
  SELECT r.seq AS of FROM rettvei.record r JOIN rettvei.course c USING (course_id)
  WHERE c.patient_id LIKE 'registrar-%' AND NOT EXISTS (
    SELECT FROM rettvei.audit_entry a
    WHERE a.outcome = 'allowed' AND a.resource_version = r.seq AND c.patient_id = ANY (a.patient_ids))`;
const AUDIT_ALONE = `
  SELECT a.seq AS of FROM rettvei.audit_entry a
  WHERE a.outcome = 'allowed' AND a.route IN ('POST /api/courses', 'POST /api/courses/:courseId/records')
    AND NOT EXISTS (SELECT FROM rettvei.record r WHERE r.seq = a.resource_version)`;

export interface Compared {
  readonly acknowledged: number;
  /** Answered, and not there. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** There, and never sent. */
  readonly unknown: readonly string[];
  /** A record without its audit, or audit of a record that is not there. */
  readonly unaudited: readonly string[];
  /** Done, though the answer never came: legal, for the same request is answered when it comes again. */
  readonly unanswered: number;
}

export const NOTHING_WRONG = { lost: [], doubled: [], unknown: [], unaudited: [] } as const;

/** Each registration that was answered must be there once; one that was not, at most once. */
export async function compare(dataDir: string, sent: readonly Sent[]): Promise<Compared> {
  const { days, twice, unaudited } = await asOwner(dataDir, async (client) => {
    const read = async (sql: string): Promise<readonly string[]> =>
      (await client.query<{ of: string }>(sql)).rows.map(({ of }) => of);
    return {
      days: (await client.query<{ of: string; times: number }>(DAYS)).rows,
      twice: await read(TWO_COURSES),
      unaudited: [...(await read(UNAUDITED)), ...(await read(AUDIT_ALONE))],
    };
  });
  const stored = new Map(days.map(({ of, times }) => [of, times]));
  const name = ({ patientId, day }: Sent): string => `${patientId} ${day}`;
  const known = new Map(sent.map((one) => [name(one), one]));
  const answered = sent.filter((one) => one.answered);
  return {
    acknowledged: answered.length,
    lost: answered.map(name).filter((of) => !stored.has(of)),
    doubled: [...days.filter(({ times }) => times > 1).map(({ of }) => of), ...twice],
    unknown: [...stored.keys()].filter((of) => !known.has(of)),
    unaudited,
    unanswered: sent.filter((one) => !one.answered && stored.has(name(one))).length,
  };
}
