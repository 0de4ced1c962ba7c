// Knows how a transfer is shown to somebody of one of its units.
import type pg from "pg";
import type { Static } from "typebox";
import type { Transfer } from "../../course/transfer/transfer.ts";
import { readPatient } from "../../store/patients.ts";
import { readUnit } from "../../store/units.ts";
import type { TransferSchema } from "../schemas/transfer.ts";

type View = Static<typeof TransferSchema>;

/** An offer waits for the receiver's answer, and the sender cares for the patient until there is one. */
function ownerOf(
  { state, fromUnitId, toUnitId }: Transfer,
  seenFrom: string | null,
): View["owner"] {
  if (state !== "offered" || toUnitId === null) return null;
  return seenFrom === fromUnitId
    ? { unitId: fromUnitId, for: "care" }
    : { unitId: toUnitId, for: "answer" };
}

export interface Seeing {
  /** Unit whose list it is on. */
  readonly from: string | null;
  /** Courses that whoever asks may see. */
  readonly courseIds: ReadonlySet<string>;
}

export async function transferView(
  client: pg.ClientBase,
  transfer: Transfer,
  { from, courseIds }: Seeing,
): Promise<View> {
  const { patientId, toName, newCourseId, version: _, ...told } = transfer;
  const { fromUnitId, toUnitId } = told;
  const to = toUnitId === null ? (toName ?? "") : (await readUnit(client, toUnitId)).name;
  return {
    ...told,
    newCourseId: newCourseId !== null && courseIds.has(newCourseId) ? newCourseId : null,
    patient: await readPatient(client, patientId),
    fromUnitName: (await readUnit(client, fromUnitId)).name,
    toName: to,
    owner: ownerOf(transfer, from),
  };
}
