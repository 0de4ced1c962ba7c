// Knows what the audit holds of a request, and how it is written: in the transaction that does what is asked.
import type pg from "pg";
import type { Writer } from "../access/actor.ts";

export type Outcome = "allowed" | "refused" | "failed";

export interface AuditEntry {
  readonly at: Date;
  readonly requestId: string;
  /** Undefined where nobody was logged in. */
  readonly actor: Writer | undefined;
  /** Everybody of whom the answer tells something. */
  readonly patientIds: readonly string[];
  readonly courseId: string | null;
  readonly resource: string;
  readonly resourceVersion: number | null;
  readonly verb: string;
  /** Method and address pattern; never the address itself. */
  readonly route: string;
  readonly basis: string;
  readonly decisionRef: string;
  readonly purpose: string;
  readonly outcome: Outcome;
}

const WRITE = `
  INSERT INTO rettvei.audit_entry (at, request_id, actor_id, actor_kind, actor_name, hpr, role, organisation,
    point_of_care, patient_ids, course_id, resource, resource_version, verb, route, basis, decision_ref, purpose, outcome)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

function whoOf(actor: Writer | undefined): readonly (string | null)[] {
  if (actor === undefined) return ["-", "nobody", "-", null, "-", "-", "-"];
  const { actorId, kind, name, hpr, role, organisation, unitIds } = actor;
  return [actorId, kind, name, hpr, role, organisation, unitIds[0] ?? "-"];
}

export async function writeAudit(
  client: pg.ClientBase | pg.Pool,
  entry: AuditEntry,
): Promise<void> {
  const { at, requestId, actor, patientIds, courseId, resource, resourceVersion } = entry;
  const { verb, route, basis, decisionRef, purpose, outcome } = entry;
  const what = [patientIds, courseId, resource, resourceVersion, verb, route];
  const why = [basis, decisionRef, purpose, outcome];
  const values = [at, requestId, ...whoOf(actor), ...what, ...why];
  await client.query({ name: "write-audit", text: WRITE, values });
}
