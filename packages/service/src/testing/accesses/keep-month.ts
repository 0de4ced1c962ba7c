// Knows how a month of accesses is kept in the database: people and patients first, then every access.
import type pg from "pg";
import { FIRST_DAY, FIRST_MINUTE, Month } from "./month.ts";
import { snoop } from "./snooping.ts";

/** Accesses in all, and those without a reason. */
export interface Seeded {
  readonly organisation: string;
  readonly accesses: number;
  /** Why each was looked up, by the number of its entry. */
  readonly snooped: ReadonlyMap<number, string>;
}

const ORGANISATION = "TESTHF";

async function insert(
  client: pg.ClientBase,
  into: string,
  columns: string,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const names = columns.split(" ").map((column) => column.split(":")[0]);
  const types = columns.split(" ").map((column) => column.split(":")[1] ?? "text");
  const SIZE = 20_000;
  for (let from = 0; from < rows.length; from += SIZE) {
    const part = rows.slice(from, from + SIZE);
    const lists = names.map((_, at) => part.map((row) => row[at]));
    const given = types.map((type, at) => `$${at + 1}::${type}[]`).join(", ");
    await client.query(
      `INSERT INTO rettvei.${into} (${names.join(", ")}) SELECT * FROM unnest(${given})`,
      lists,
    );
  }
}

const dayBefore = (days: number): string =>
  new Date(Date.parse(`${FIRST_DAY}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

const SINCE = "2025-01-01T12:00:00Z";

async function keepPatients(client: pg.ClientBase, { patients }: Month): Promise<void> {
  await insert(
    client,
    "patient",
    "patient_id name",
    patients.map(({ id, name }) => [id, name]),
  );
  const courses = patients.map(({ id }) => [`c-${id}`, id, "tsb"]);
  await insert(client, "course", "course_id patient_id pathway", courses);
  await insert(
    client,
    "course_state",
    "course_id patient_id pathway last_seq:bigint judged_by judged_for:date valid_until:date running:boolean unit_id first_on:date last_event_on:date errors:int warnings:int infos:int",
    patients.map(({ id, unit, endedDaysBefore: ended }) => {
      const dates = [dayBefore(400), ended === undefined ? dayBefore(20) : dayBefore(ended)];
      const until = ["seeded", FIRST_DAY, "2099-01-01", ended === undefined, `u${unit}`];
      return [`c-${id}`, id, "tsb", 1, ...until, ...dates, 0, 0, 0];
    }),
  );
}

async function keepStaff(client: pg.ClientBase, { staff }: Month): Promise<void> {
  await insert(
    client,
    "actor",
    "actor_id kind name patient_id recorded_at:timestamptz",
    staff.map(({ id, name, patient }) => [id, "person", name, patient ?? null, SINCE]),
  );
  for (const { id, unit } of staff) {
    await client.query(
      `INSERT INTO rettvei.role_grant (grant_id, actor_id, role, organisation, unit_ids, valid_from, valid_to, recorded_at, recorded_by)
       VALUES ($1, $2, 'practitioner', $3, ARRAY[$4], $5, '2099-01-01', $5, 'seeded')`,
      [`g-${id}`, id, ORGANISATION, `u${unit}`, SINCE],
    );
  }
}

/** Tasks, confidential addresses, and who is whose family. */
async function keepMatters(client: pg.ClientBase, { patients, staff, kin }: Month): Promise<void> {
  const fact =
    "fact_id kind matter_id patient_id course_id happened_on:date recorded_at:timestamptz recorded_by recorded_as body:jsonb";
  const told = [dayBefore(100), SINCE, "seeded", "coordinator"];
  await insert(
    client,
    "fact",
    fact,
    staff.flatMap(({ id, tasks }) =>
      tasks.map((n) => {
        const matter = `task ${id} ${n}`;
        const body = JSON.stringify({ role: "practitioner", personId: id });
        return [matter, "assigned", matter, `s${n}`, `c-s${n}`, ...told, body];
      }),
    ),
  );
  await insert(
    client,
    "fact",
    fact,
    patients
      .filter(({ hidden }) => hidden)
      .map(({ id }) => [`hidden ${id}`, "address-hidden", `hidden ${id}`, id, null, ...told, "{}"]),
  );
  await insert(
    client,
    "matter",
    "matter_id type state open:boolean patient_id person_id last_seq:bigint",
    kin.map(([{ id }, patient], n) => [
      ...[`kin ${n}`, "representation", "in-force", true, patient.id, id, 0],
    ]),
  );
}

async function keepEntries(client: pg.ClientBase, { entries }: Month): Promise<Seeded> {
  const { rows } = await client.query<{ last: string | null }>(
    "SELECT nextval(pg_get_serial_sequence('rettvei.record', 'seq'))::text AS last",
  );
  const first = Number(rows[0]?.last) + 1;
  const snooped = new Map<number, string>();
  const all = entries.map(({ minute, who, patients, verb, outcome, purpose, snooped: why }, n) => {
    const seq = first + n;
    if (why !== undefined) snooped.set(seq, why);
    const at = new Date((FIRST_MINUTE + minute) * 60_000).toISOString();
    const basis = outcome === "refused" ? "none" : "unit";
    return [
      ...[seq, at, `r${seq}`, who.id, "person", who.name, "practitioner", ORGANISATION],
      ...[`u${who.unit}`, `{${patients.join(",")}}`, "course", verb, "GET /api/courses/:courseId"],
      ...[basis, "-", purpose, outcome],
    ];
  });
  // Lists of lists cannot be given to unnest: those of whom an entry tells are made of their text.
  const SIZE = 20_000;
  for (let from = 0; from < all.length; from += SIZE) {
    const part = all.slice(from, from + SIZE);
    const lists = Array.from({ length: 17 }, (_, at) => part.map((row) => row[at]));
    await client.query(
      `INSERT INTO rettvei.audit_entry (seq, at, request_id, actor_id, actor_kind, actor_name, role, organisation,
         point_of_care, patient_ids, resource, verb, route, basis, decision_ref, purpose, outcome)
       SELECT a, b, c, d, e, f, g, h, i, j::text[], k, l, m, n, o, p, q
       FROM unnest($1::bigint[], $2::timestamptz[], ${Array.from({ length: 15 }, (_, n) => `$${n + 3}::text[]`).join(", ")})
         AS t (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)`,
      lists,
    );
  }
  await client.query("SELECT setval(pg_get_serial_sequence('rettvei.record', 'seq'), $1::bigint)", [
    first + all.length,
  ]);
  await client.query(
    "ANALYZE rettvei.audit_entry, rettvei.fact, rettvei.course_state, rettvei.patient, rettvei.matter",
  );
  return { organisation: ORGANISATION, accesses: all.length, snooped };
}

/** Keeps a month of so many accesses, of which so many had no reason. */
export async function keepMonth(
  client: pg.ClientBase,
  {
    accesses,
    snooping,
    seed,
  }: { readonly accesses: number; readonly snooping: number; readonly seed: number },
): Promise<Seeded> {
  const month = new Month(accesses, seed);
  snoop(month, snooping);
  month.fill(accesses);
  await keepPatients(client, month);
  await keepStaff(client, month);
  await keepMatters(client, month);
  return keepEntries(client, month);
}
