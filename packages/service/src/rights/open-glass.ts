// Knows how access is opened in an unforeseen situation: by whom, for how long, how often, and what follows from it.
import { randomUUID } from "node:crypto";
import { addDays } from "@rettvei/engine";
import { nothingThere } from "../access/acting.ts";
import type { Actor } from "../access/actor.ts";
import { asSystem } from "../access/as-system.ts";
import { AppError } from "../app-error.ts";
import { appendFact, type Telling } from "../facts/append-fact.ts";
import type { Fact } from "../facts/fact.ts";
import { factsOfMatter } from "../facts/read-facts.ts";
import { type Store, today } from "../store/store.ts";
import { lockPatients } from "../store/transaction.ts";
import {
  BREAK_GLASS,
  GLASS_ENDED,
  GLASS_OPENED,
  GLASS_REVIEW,
  type GlassGround,
  OVERRIDES,
  REVIEW_ASKED,
} from "./break-glass.ts";

const MINUTE = 60_000;
const OPEN_MINUTES = 60;
const LOGIN_MINUTES = 15;
const AN_HOUR = 3;
const REVIEW_DAYS = 7;

/** Whoever was logged in long ago may not be who sits there now. Throws AppError `log-in-again`. */
function refuseOldLogin({ loggedInAt }: Actor, now: Date): void {
  const age = loggedInAt === undefined ? Infinity : now.getTime() - Date.parse(loggedInAt);
  if (age <= LOGIN_MINUTES * MINUTE) return;
  throw new AppError(
    "log-in-again",
    `break-glass: expected a login of the last ${LOGIN_MINUTES} minutes, got an older one; log in again`,
  );
}

const MINE = `
  SELECT count(*) FILTER (WHERE f.recorded_at > $2::timestamptz - interval '1 hour')::int AS lately,
         coalesce(array_agg(f.matter_id) FILTER (WHERE m.open), '{}') AS open
  FROM rettvei.fact f JOIN rettvei.matter m ON m.matter_id = f.matter_id
  WHERE f.recorded_by = $1 AND f.kind = 'break-glass-opened'`;

/** Throws AppError `break-glass-locked` where one person opens too often; ordinary access is not touched. */
async function earlierOpenings({ store, client, actor }: Telling): Promise<readonly string[]> {
  const query = { name: "openings", text: MINE, values: [actor.actorId, store.now()] };
  const { rows } = await asSystem(client, () =>
    client.query<{ lately: number; open: readonly string[] }>(query),
  );
  const { lately = 0, open = [] } = rows[0] ?? {};
  if (lately < AN_HOUR) return open;
  throw new AppError(
    "break-glass-locked",
    `break-glass: expected at most ${AN_HOUR} openings an hour, got one more; ask whoever is on call, or your leader`,
  );
}

/** Ends an opening; of one that is ended it stays so. */
async function endOne(telling: Telling, matterId: string): Promise<Fact> {
  const facts = await asSystem(telling.client, () => factsOfMatter(telling.client, matterId));
  const [first] = facts;
  if (first === undefined) throw nothingThere();
  const { patientId, courseId, unitId } = first;
  const about = { matterId, patientId, courseId, unitId, happenedOn: today(telling.store) };
  return appendFact(telling, BREAK_GLASS, GLASS_ENDED, { ...about, body: {} });
}

export interface Opening {
  readonly patientId: string;
  readonly ground: GlassGround;
  readonly reason: string;
}

export interface Opened {
  readonly glassId: string;
  readonly until: string;
  readonly fact: Fact;
}

function untilOf({ now }: Store): string {
  return new Date(now().getTime() + OPEN_MINUTES * MINUTE).toISOString();
}

/** Opens one patient to whoever asks. What they had opened before ends; the unit's leader is to look into it. */
export async function openGlass(
  telling: Telling,
  actor: Actor,
  { patientId, ground, reason }: Opening,
): Promise<Opened> {
  const { store, client } = telling;
  refuseOldLogin(actor, store.now());
  await lockPatients(client, [`opens ${actor.actorId}`, patientId]);
  for (const matterId of await earlierOpenings(telling)) await endOne(telling, matterId);
  const glassId = randomUUID();
  const until = untilOf(store);
  const happenedOn = today(store);
  const { actorId: personId, name, unitIds } = actor;
  const body = { ground, reason, until, overridesBlock: ground === OVERRIDES, personId };
  const about = { patientId, courseId: null, unitId: null, happenedOn };
  const told = { matterId: glassId, ...about, body };
  await appendFact(telling, BREAK_GLASS, GLASS_OPENED, told);
  const dueOn = addDays(happenedOn, REVIEW_DAYS);
  const asked = { openedBy: personId, openedByName: name, glassId, patientId };
  const fact = await appendFact(telling, GLASS_REVIEW, REVIEW_ASKED, {
    matterId: `review ${glassId}`,
    patientId: null,
    courseId: null,
    unitId: unitIds[0] ?? "-",
    happenedOn,
    body: { ...asked, ground, reason, dueOn },
  });
  return { glassId, until, fact };
}

/** Ends it before its time; only whoever opened it can. */
export async function closeGlass(telling: Telling, glassId: string): Promise<Fact> {
  const facts = await asSystem(telling.client, () => factsOfMatter(telling.client, glassId));
  const [opened] = facts;
  if (opened?.kind !== GLASS_OPENED.kind || opened.recordedBy !== telling.actor.actorId) {
    throw nothingThere();
  }
  if (!BREAK_GLASS.standing(facts).open) {
    throw new AppError("not-now", "break-glass: expected one that is open, got one that is ended");
  }
  return endOne(telling, glassId);
}
