// Knows how the facts of one matter are read: of the type that is asked for, and for a change, as its sender has seen it.
import type pg from "pg";
import { nothingThere } from "../access/acting.ts";
import { lockPatients } from "../store/transaction.ts";
import type { Fact } from "./fact.ts";
import type { MatterType } from "./matter.ts";
import { factsOfMatter } from "./read-facts.ts";
import { refuseStaleMatter } from "./refuse-stale-matter.ts";

/** Facts of a matter of this type, in order. AppError `not-found` if there is none, also if it is of another type. */
export async function factsOfType(
  client: pg.ClientBase,
  matterId: string,
  { kinds }: MatterType,
): Promise<readonly Fact[]> {
  const facts = await factsOfMatter(client, matterId);
  const [first] = facts;
  if (first === undefined || !kinds.some(({ kind }) => kind === first.kind)) throw nothingThere();
  return facts;
}

export interface SeenMatter {
  readonly matterId: string;
  readonly patientId: string;
  /** Number of the last fact of it that the sender has seen. */
  readonly seen: number;
}

/** The same, for a change: until the transaction ends nobody else adds to it. AppError `stale` if somebody has. */
export async function matterAsSeen(
  client: pg.ClientBase,
  type: MatterType,
  { matterId, patientId, seen }: SeenMatter,
): Promise<readonly Fact[]> {
  await lockPatients(client, [patientId]);
  const facts = await factsOfType(client, matterId, type);
  refuseStaleMatter(seen, facts.at(-1)?.seq ?? 0);
  return facts;
}
