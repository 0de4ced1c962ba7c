// Knows what a matter or a course must be to give a ground or to block: each as SQL of a matter m, its first fact f and
// the state s of its course, for whoever asks.

/** Access taken in an unforeseen situation; it ends by the millisecond. `who` and `moment` are SQL. */
export function openedSql(who: string, moment: string): string {
  return `m.type = 'break-glass' AND m.open AND m.person_id = ${who} AND (f.body ->> 'until')::timestamptz > ${moment}`;
}

/** A task in a course that runs. */
export function taskSql(who: string): string {
  return `m.type = 'assignment' AND m.open AND m.person_id = ${who} AND s.running`;
}

/** A course at one of the units that runs, or ended on the day or since. */
export function atUnitSql(units: string, since: string): string {
  return `s.unit_id = ANY (${units}) AND (s.running OR s.last_event_on >= ${since}::date)`;
}

/** Something that waits for one of the units. */
export function waitingSql(units: string): string {
  return `m.type IN ('referral', 'transfer') AND m.open AND m.unit_id = ANY (${units})`;
}

/** A block of the patient that names whoever asks. */
export function blockedSql(who: string, units: string, organisation: string): string {
  return `m.type = 'block' AND m.open
    AND (m.person_id = ${who} OR m.unit_id = ANY (${units}) OR f.body ->> 'organisation' = ${organisation})`;
}
