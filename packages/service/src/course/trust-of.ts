// Knows which trust a unit is of.
import type pg from "pg";
import { readUnit } from "../store/units.ts";

/** A word that units of one trust share; a unit of none stands for itself. */
export async function trustOf(client: pg.ClientBase, unitId: string): Promise<string> {
  const { hfName } = await readUnit(client, unitId);
  return hfName === null ? `unit ${unitId}` : `trust ${hfName}`;
}
