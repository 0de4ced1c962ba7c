// Knows whose work list is shown: a unit's, or one's own at whatever unit.

/** The id of a unit; undefined: one's own. */
export type ListOf = { readonly unitId: string | undefined };
