// Knows which tables a backup holds, which rows of each go into an increment, and in which order they are read.

export interface KeptTable {
  readonly name: string;
  /** Column by which an increment takes only what is new; without one it holds the whole table. */
  readonly numbered?: "seq" | "version";
  readonly order: string;
}

/** In the order that they can be filled in. What is judged is left out: it is judged again. */
export const KEPT_TABLES: readonly KeptTable[] = [
  { name: "unit", order: "unit_id" },
  { name: "patient", order: "patient_id" },
  { name: "course", order: "course_id" },
  { name: "fact", numbered: "seq", order: "seq" },
  { name: "record", numbered: "seq", order: "seq" },
  { name: "audit_entry", numbered: "seq", order: "seq" },
  // Who may do what is restored as it was last, also by a restore to a moment: a role that was ended stays ended.
  { name: "actor", order: "actor_id" },
  { name: "actor_identity", order: "issuer, subject" },
  { name: "role_grant", order: "grant_id" },
  { name: "role_grant_end", order: "grant_id" },
  { name: "audit_leaf", order: "place" },
  { name: "audit_checkpoint", order: "size" },
  { name: "answered_request", numbered: "version", order: "key" },
];

/** Numbers of the records that a backup adds: after the first, up to the second. */
export interface Span {
  readonly after: number;
  readonly upTo: number;
}

/** The rows of a table that a backup of the span holds. */
export function rowsOf(
  { name, numbered, order }: KeptTable,
  columns: readonly string[],
  { after, upTo }: Span,
): string {
  const where =
    numbered === undefined ? "" : `WHERE ${numbered} > ${after} AND ${numbered} <= ${upTo}`;
  return `SELECT ${columns.join(", ")} FROM rettvei.${name} ${where} ORDER BY ${order}`;
}
