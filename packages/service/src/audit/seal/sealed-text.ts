// Knows which columns of an audit entry are sealed, and as what text: the bytes that its hash is of.

/** All columns, in this order. A column more or fewer is another seal: a test holds this list to the table. */
export const SEALED_COLUMNS = [
  "seq",
  "at",
  "request_id",
  "actor_id",
  "actor_kind",
  "actor_name",
  "hpr",
  "role",
  "organisation",
  "point_of_care",
  "patient_ids",
  "course_id",
  "resource",
  "resource_version",
  "verb",
  "route",
  "basis",
  "decision_ref",
  "purpose",
  "outcome",
  "salt",
] as const;

function textOf(column: (typeof SEALED_COLUMNS)[number]): string {
  // Whatever zone a session is in.
  return column === "at"
    ? `to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `a.${column}`;
}

/** SQL of the text of an entry `a`. */
export const SEALED_TEXT = `jsonb_build_array(${SEALED_COLUMNS.map(textOf).join(", ")})::text`;
