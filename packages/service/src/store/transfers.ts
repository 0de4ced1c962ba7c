// Knows how transfers are read: those of a patient, and those that stand open at a unit as sender or receiver.
import type pg from "pg";
import { TRANSFER_KINDS, type Transfer, transferOf } from "../course/transfer/transfer.ts";
import { FACT_COLUMNS, type FactRow, factOf, factsOfMatter } from "../facts/read-facts.ts";

const OF_PATIENT = `
  SELECT ${FACT_COLUMNS} FROM rettvei.fact WHERE patient_id = $1 AND kind = ANY ($2) ORDER BY seq`;

/** All transfers of a patient, in the order in which they were offered. */
export async function readTransfers(
  client: pg.ClientBase,
  patientId: string,
): Promise<readonly Transfer[]> {
  const values = [patientId, TRANSFER_KINDS];
  const query = { name: "transfers-of-patient", text: OF_PATIENT, values };
  const { rows } = await client.query<FactRow>(query);
  const facts = rows.map(factOf);
  const ids = [...new Set(facts.map(({ matterId }) => matterId))];
  return ids.map((id) => transferOf(facts.filter(({ matterId }) => matterId === id)));
}

export async function readTransfer(client: pg.ClientBase, transferId: string): Promise<Transfer> {
  return transferOf(await factsOfMatter(client, transferId));
}

// What is offered to the unit, and what the unit has offered of the courses that are still its own.
const OPEN_AT = `
  SELECT matter_id FROM (
    SELECT matter_id, due_on FROM rettvei.matter WHERE unit_id = $1 AND type = 'transfer' AND open
    UNION
    SELECT m.matter_id, m.due_on
    FROM rettvei.matter m JOIN rettvei.course_state s ON s.course_id = m.course_id
    WHERE m.type = 'transfer' AND m.open AND s.unit_id = $1) transfers
  ORDER BY due_on, matter_id LIMIT $2`;

/** Open transfers to and from the unit, those due first. */
export async function openTransfersAt(
  client: pg.ClientBase,
  unitId: string,
  limit: number,
): Promise<readonly Transfer[]> {
  const query = { name: "open-transfers", text: OPEN_AT, values: [unitId, limit] };
  const { rows } = await client.query<{ matter_id: string }>(query);
  const found: Transfer[] = [];
  for (const { matter_id } of rows) found.push(await readTransfer(client, matter_id));
  return found;
}
