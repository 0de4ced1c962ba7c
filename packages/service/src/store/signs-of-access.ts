// Knows how the accesses of an organisation are gone through for signs: one statement over the audit and what is known.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";

/** What one person looked up of one patient on one day, with everything that signs are made of. */
export interface SignRow {
  readonly actor_id: string;
  readonly actor_name: string;
  readonly role: string;
  readonly unit_id: string;
  readonly patient_id: string;
  readonly day: CalendarDate;
  readonly looks: number;
  readonly entries: readonly string[];
  readonly self: boolean;
  readonly family: boolean;
  readonly colleague: boolean;
  readonly same_surname: boolean;
  readonly protected: boolean;
  readonly no_relation: boolean;
  /** Patients of whom the person was refused that day; null where that is no sign. */
  readonly refused: number | null;
  /** Days since the last course ended; null where that is no sign. */
  readonly after_end: number | null;
  /** Patients that the person looked up that day, and usually; null where that is no sign. */
  readonly volume: number | null;
  readonly usual: number | null;
  /** Looks at night or at a weekend; null where that is no sign. */
  readonly off_hours: number | null;
  readonly break_glass: boolean;
}

/** From when a figure is a sign. Our own choices: no source gives them. */
export interface Thresholds {
  /** Days for which having written something of a patient says that one works with the patient. */
  readonly worksFor: number;
  /** Days of habit that a day is held against. */
  readonly habitDays: number;
  /** Patients in a day whom the person does not work with, and times the usual number, from which they are many. */
  readonly many: number;
  readonly timesUsual: number;
  /** Share of a person's accesses at odd hours under which such an hour is unusual. */
  readonly oddShare: number;
  readonly refusals: number;
  /** Days after the end in which what is late is still written and read. */
  readonly lateDays: number;
}

const THRESHOLDS: Thresholds = {
  worksFor: 7,
  habitDays: 28,
  many: 8,
  timesUsual: 3,
  oddShare: 0.05,
  refusals: 3,
  lateDays: 14,
};

/** Who works with patients; others' accesses are to themselves or to nobody. */
const STAFF = "('practitioner', 'coordinator', 'leader', 'municipality', 'referrer')";

/** The first moment of a day. */
const startOf = (day: string): string => `(${day}::date::timestamp AT TIME ZONE 'Europe/Oslo')`;

// $1 organisation, $2 first day, $3 day after the last, then the thresholds in their order. A list tells of many at once and says nothing
// of an interest in one of them, so only what is about one patient counts.
const SIGNS = `
  WITH heard AS MATERIALIZED (
    SELECT seq, at >= ${startOf("$2")} AS asked, actor_id, actor_name, role, point_of_care, patient_ids[1] AS patient_id,
           outcome, purpose = 'BTG' AS glass, verb IN ('w', 'd') AND resource <> 'break-glass' AS worked,
           (at AT TIME ZONE 'Europe/Oslo')::date AS day,
           extract(isodow FROM at AT TIME ZONE 'Europe/Oslo') >= 6
             OR extract(hour FROM at AT TIME ZONE 'Europe/Oslo') NOT BETWEEN 6 AND 21 AS odd
    FROM rettvei.audit_entry
    WHERE at >= ${startOf("($2::date - greatest($4::int, $5::int))")} AND at < ${startOf("$3")}
      AND organisation = $1 AND actor_kind = 'person' AND role IN ${STAFF}
      AND cardinality(patient_ids) = 1 AND outcome <> 'failed'
  ), item AS MATERIALIZED (
    SELECT actor_id, patient_id, day, min(actor_name) AS actor_name, min(role) AS role, min(point_of_care) AS unit_id,
           bool_or(asked) AS asked, count(*)::int AS looks, array_agg(seq ORDER BY seq) AS entries, bool_or(glass) AS glass,
           count(*) FILTER (WHERE odd AND outcome = 'allowed')::int AS odd,
           bool_or(outcome = 'allowed') AS let_in, bool_or(outcome = 'refused') AS refused
    FROM heard GROUP BY actor_id, patient_id, day
  ), known AS MATERIALIZED (
    SELECT DISTINCT patient_id FROM item
  ), task AS MATERIALIZED (
    SELECT * FROM (
      SELECT kind, patient_id, body ->> 'personId' AS actor_id, happened_on AS since,
             coalesce(lead(happened_on) OVER (PARTITION BY matter_id ORDER BY seq), 'infinity') AS until
      FROM rettvei.fact WHERE kind IN ('assigned', 'assignment-ended') AND patient_id IN (SELECT patient_id FROM known)
    ) told WHERE kind = 'assigned'
  ), work AS MATERIALIZED (
    SELECT DISTINCT actor_id, patient_id, day FROM heard WHERE worked AND outcome = 'allowed'
  ), mine AS MATERIALIZED (
    SELECT i.actor_id, i.patient_id, i.day, 0 AS days
    FROM item i JOIN task t ON t.actor_id = i.actor_id AND t.patient_id = i.patient_id
    WHERE t.since <= i.day AND (t.until = 'infinity' OR t.until + $10::int >= i.day)
    UNION ALL
    SELECT i.actor_id, i.patient_id, i.day, abs(i.day - w.day)
    FROM item i JOIN work w ON w.actor_id = i.actor_id AND w.patient_id = i.patient_id
    WHERE w.day BETWEEN i.day - $4::int AND i.day + 1
  ), near AS MATERIALIZED (
    SELECT actor_id, patient_id, day, min(days) AS days FROM mine GROUP BY actor_id, patient_id, day
  ), stay AS MATERIALIZED (
    SELECT c.patient_id, r.unit_id, min(r.occurred_on) AS since,
           CASE WHEN bool_or(s.running) THEN 'infinity' ELSE max(s.last_event_on) + 30 END AS until
    FROM known k JOIN rettvei.course c ON c.patient_id = k.patient_id
    JOIN rettvei.record r ON r.course_id = c.course_id AND r.unit_id IS NOT NULL
    JOIN rettvei.course_state s ON s.course_id = c.course_id
    GROUP BY c.patient_id, r.unit_id
    UNION ALL
    SELECT s.patient_id, s.unit_id, s.first_on, CASE WHEN s.running THEN 'infinity' ELSE s.last_event_on + 30 END
    FROM known k JOIN rettvei.course_state s ON s.patient_id = k.patient_id
    UNION ALL
    SELECT f.patient_id, f.unit_id, min(f.happened_on), max(f.happened_on) + 30
    FROM known k JOIN rettvei.fact f ON f.patient_id = k.patient_id
    WHERE f.unit_id IS NOT NULL GROUP BY f.patient_id, f.unit_id
    UNION ALL
    SELECT m.patient_id, m.unit_id, '-infinity', 'infinity'
    FROM known k JOIN rettvei.matter m ON m.patient_id = k.patient_id
    WHERE m.open AND m.unit_id IS NOT NULL AND m.type IN ('referral', 'transfer', 'sharing')
  ), works_at AS MATERIALIZED (
    SELECT DISTINCT i.actor_id, u.unit_id
    FROM (SELECT DISTINCT actor_id, unit_id FROM item) i
    LEFT JOIN rettvei.role_grant g ON g.actor_id = i.actor_id AND g.valid_from < ${startOf("$3")} AND g.valid_to > ${startOf("$2")}
    CROSS JOIN LATERAL unnest(coalesce(g.unit_ids, '{}') || i.unit_id) AS u (unit_id)
  ), related AS MATERIALIZED (
    SELECT DISTINCT i.actor_id, i.patient_id, i.day
    FROM item i JOIN stay s ON s.patient_id = i.patient_id AND s.since <= i.day AND s.until >= i.day
    JOIN works_at w ON w.actor_id = i.actor_id AND w.unit_id = s.unit_id
    UNION
    SELECT i.actor_id, i.patient_id, i.day
    FROM item i JOIN rettvei.matter m ON m.patient_id = i.patient_id AND m.person_id = i.actor_id AND m.type = 'sharing'
  ), ended AS MATERIALIZED (
    SELECT s.patient_id, max(s.last_event_on) AS ended_on
    FROM known k JOIN rettvei.course_state s ON s.patient_id = k.patient_id
    GROUP BY s.patient_id HAVING NOT bool_or(s.running)
  ), hidden AS MATERIALIZED (
    SELECT * FROM (
      SELECT kind, patient_id, happened_on AS since,
             coalesce(lead(happened_on) OVER (PARTITION BY matter_id ORDER BY seq), 'infinity') AS until
      FROM rettvei.fact WHERE kind IN ('address-hidden', 'address-shown') AND patient_id IN (SELECT patient_id FROM known)
    ) told WHERE kind = 'address-hidden'
  ), employee AS MATERIALIZED (
    SELECT DISTINCT a.patient_id
    FROM rettvei.actor a JOIN rettvei.role_grant g ON g.actor_id = a.actor_id
    WHERE a.patient_id IS NOT NULL AND g.organisation = $1 AND g.role IN ${STAFF}
      AND g.valid_from < ${startOf("$3")} AND g.valid_to > ${startOf("$2")}
  ), kin AS MATERIALIZED (
    SELECT DISTINCT person_id AS actor_id, patient_id FROM rettvei.matter
    WHERE type = 'representation' AND patient_id IN (SELECT patient_id FROM known)
  ), per_day AS MATERIALIZED (
    SELECT i.actor_id, i.day, count(*) FILTER (WHERE i.let_in AND coalesce(n.days, 9) > 1)::int AS patients,
           count(*) FILTER (WHERE i.refused)::int AS refused, sum(i.odd)::int AS odd, sum(i.looks)::int AS looks
    FROM item i LEFT JOIN near n ON n.actor_id = i.actor_id AND n.patient_id = i.patient_id AND n.day = i.day
    GROUP BY i.actor_id, i.day
  ), habit AS MATERIALIZED (
    SELECT actor_id, day, patients, refused,
           avg(patients) OVER others AS usual,
           (sum(odd) OVER everything - odd)::numeric / nullif(sum(looks) OVER everything - looks, 0) AS odd_share
    FROM per_day
    WINDOW everything AS (PARTITION BY actor_id),
           others AS (PARTITION BY actor_id ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW)
  ), seen AS (
    SELECT i.*, m.actor_id IS NOT NULL AS mine, coalesce(m.days, 9) <= 1 AS at_work,
           i.patient_id = a.patient_id OR lower(i.actor_name) = lower(p.name) AS self,
           k.actor_id IS NOT NULL AS kin,
           e.patient_id IS NOT NULL AS employee,
           regexp_replace(lower(i.actor_name), '^.*\\s', '') = regexp_replace(lower(p.name), '^.*\\s', '') AS namesake,
           h.patient_id IS NOT NULL AS hidden,
           r.actor_id IS NOT NULL AS related,
           i.day - x.ended_on AS since_end,
           b.patients, b.refused AS refusals, b.usual, b.odd_share
    FROM item i
    JOIN habit b ON b.actor_id = i.actor_id AND b.day = i.day
    LEFT JOIN near m ON m.actor_id = i.actor_id AND m.patient_id = i.patient_id AND m.day = i.day
    LEFT JOIN related r ON r.actor_id = i.actor_id AND r.patient_id = i.patient_id AND r.day = i.day
    LEFT JOIN rettvei.patient p ON p.patient_id = i.patient_id
    LEFT JOIN rettvei.actor a ON a.actor_id = i.actor_id
    LEFT JOIN kin k ON k.actor_id = i.actor_id AND k.patient_id = i.patient_id
    LEFT JOIN employee e ON e.patient_id = i.patient_id
    LEFT JOIN ended x ON x.patient_id = i.patient_id
    LEFT JOIN (SELECT DISTINCT i2.actor_id, i2.patient_id, i2.day FROM item i2
               JOIN hidden h2 ON h2.patient_id = i2.patient_id AND h2.since <= i2.day AND h2.until > i2.day) h
           ON h.actor_id = i.actor_id AND h.patient_id = i.patient_id AND h.day = i.day
    WHERE i.asked
  ), signed AS (
    SELECT actor_id, actor_name, role, unit_id, patient_id, to_char(day, 'YYYY-MM-DD') AS day, looks, entries,
           coalesce(self, false) AS self,
           kin AS family,
           employee AND NOT mine AS colleague,
           coalesce(namesake, false) AND NOT mine AS same_surname,
           hidden AND NOT mine AS protected,
           let_in AND NOT glass AND NOT mine AND NOT related AS no_relation,
           CASE WHEN refused AND refusals >= $9::int THEN refusals END AS refused,
           CASE WHEN let_in AND NOT mine AND since_end > $10::int THEN since_end END AS after_end,
           CASE WHEN NOT at_work AND patients >= $6::int AND patients > $7::numeric * coalesce(usual, $6::int)
                THEN patients END AS volume,
           round(coalesce(usual, 0), 1)::float8 AS usual,
           CASE WHEN NOT at_work AND odd > 0 AND coalesce(odd_share, 0) < $8::numeric THEN odd END AS off_hours,
           glass AS break_glass
    FROM seen
  )
  SELECT * FROM signed
  WHERE self OR family OR colleague OR same_surname OR protected OR no_relation OR break_glass
     OR num_nonnulls(refused, after_end, volume, off_hours) > 0
  ORDER BY day, actor_id, patient_id`;

const PATIENCE_MS = 900_000;

const LOOKED = `
  SELECT count(*)::int AS looked FROM rettvei.audit_entry
  WHERE at >= ${startOf("$2")} AND at < ${startOf("$3")} AND organisation = $1 AND actor_kind = 'person'`;

export interface Span {
  readonly organisation: string;
  readonly from: CalendarDate;
  /** The day after the last. */
  readonly before: CalendarDate;
}

/** What has a sign, by day, person and patient; whatever the database has that says who should be where. */
export async function readSigns(
  client: pg.ClientBase,
  { organisation, from, before }: Span,
  limits: Thresholds = THRESHOLDS,
): Promise<readonly SignRow[]> {
  const { worksFor, habitDays, many, timesUsual, oddShare, refusals, lateDays } = limits;
  const figures = [worksFor, habitDays, many, timesUsual, oddShare, refusals, lateDays];
  // Nothing is known beforehand of how many are in each step: joined by hash, not row by row.
  // A month of a large organisation takes longer than anything that somebody waits for.
  await client.query(
    `SET LOCAL enable_nestloop = off; SET LOCAL statement_timeout = ${PATIENCE_MS}`,
  );
  const values = [organisation, from, before, ...figures];
  const { rows } = await client.query<SignRow>({ text: SIGNS, values });
  await client.query("SET LOCAL enable_nestloop = on; SET LOCAL statement_timeout = DEFAULT");
  return rows;
}

/** How many accesses there were. */
export async function countAccesses(
  client: pg.ClientBase,
  { organisation, from, before }: Span,
): Promise<number> {
  const values = [organisation, from, before];
  const { rows } = await client.query<{ looked: number }>({ text: LOOKED, values });
  return rows[0]?.looked ?? 0;
}

/** An entry of the audit as the log controller sees it: never what was read. */
export interface AccessRow {
  readonly entry: string;
  readonly at: Date;
  readonly resource: string;
  readonly verb: string;
  readonly basis: string;
  readonly purpose: string;
  readonly outcome: "allowed" | "refused" | "failed";
}

const ENTRIES = `
  SELECT seq AS entry, at, resource, verb, basis, purpose, outcome FROM rettvei.audit_entry
  WHERE seq = ANY ($1::bigint[]) ORDER BY seq`;

export async function readEntries(
  client: pg.ClientBase,
  entries: readonly number[],
): Promise<readonly AccessRow[]> {
  const query = { name: "flagged-entries", text: ENTRIES, values: [entries] };
  return (await client.query<AccessRow>(query)).rows;
}
