// Knows a month of accesses in one organisation, and those among them that had no reason. It knows nothing of the rules
// that look for these: it makes people who work as people do, and some who look at what is not theirs.
import type pg from "pg";

/** Accesses in all, and those without a reason. */
export interface Seeded {
  readonly organisation: string;
  readonly accesses: number;
  /** Why each was looked up, by the number of its entry. */
  readonly snooped: ReadonlyMap<number, string>;
}

export const FIRST_DAY = "2026-03-02";

const DAYS = 28;
const ORGANISATION = "TESTHF";
const AT_A_UNIT = 20;
const PATIENTS_OF_ONE = 15;

type Random = () => number;

/** The same in every run. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const GIVEN = ["Kari", "Ola", "Nora", "Emil", "Ida", "Jonas", "Sara", "Lars", "Anne", "Per"];
/** Some names are many people's, most are few people's. */
function surname(random: Random): string {
  return `Etternavn${Math.floor(400 * random() ** 2)}`;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly unit: number;
  readonly nights: boolean;
  /** Whose patient they are themselves. */
  readonly patient: string | undefined;
  readonly tasks: readonly number[];
}

interface PatientMade {
  readonly id: string;
  readonly name: string;
  readonly unit: number;
  readonly endedDaysBefore: number | undefined;
  readonly hidden: boolean;
}

interface Entry {
  readonly minute: number;
  readonly who: Person;
  readonly patients: readonly string[];
  readonly verb: string;
  readonly outcome: string;
  readonly purpose: string;
  readonly snooped: string | undefined;
}

const SHARES: readonly (readonly [string, number])[] = [
  ["same name", 30],
  ["colleague", 25],
  ["own record", 15],
  ["hidden address", 20],
  ["from home at night", 20],
  ["former patient", 30],
  ["another unit's patient", 25],
  ["one after the other", 20],
  ["own family", 10],
  ["no sign at all", 5],
];

const OFFICE = [7 * 60, 16 * 60] as const;
const NIGHT = [22 * 60, 23 * 60 + 59] as const;
const FIRST_MINUTE = Date.parse(`${FIRST_DAY}T00:00:00+01:00`) / 60_000;

class Month {
  readonly #random: Random;
  readonly #byUnit: readonly (readonly PatientMade[])[];
  readonly staff: readonly Person[];
  readonly patients: readonly PatientMade[];
  readonly kin: readonly (readonly [Person, PatientMade])[];
  readonly entries: Entry[] = [];

  constructor(accesses: number, snooping: number, seed: number) {
    this.#random = randomOf(seed);
    const people = Math.max(40, Math.round(accesses / 1_250));
    const units = Math.max(2, Math.round(people / AT_A_UNIT));
    this.patients = Array.from({ length: people * PATIENTS_OF_ONE }, (_, n) =>
      this.#patient(n, n % units),
    );
    this.#byUnit = Array.from({ length: units }, (_, unit) =>
      this.patients.filter((one) => one.unit === unit),
    );
    this.staff = Array.from({ length: people }, (_, n) => this.#person(n, n % units));
    this.kin = this.staff.slice(0, 15).map((one) => [one, this.#any(this.patients)] as const);
    for (const [why, share] of SHARES) {
      // Fewer than a dozen in a row are nothing that anybody could tell from work.
      const least = why === "one after the other" ? 12 : 1;
      const many = Math.max(least, Math.round((share * snooping) / 200));
      this.#snoop(why, many);
    }
    while (this.entries.length < accesses) this.#work();
    this.entries.sort((a, b) => a.minute - b.minute);
  }

  #any<T>(of: readonly T[]): T {
    return of[Math.floor(this.#random() * of.length)] as T; // never asked of nothing
  }

  #patient(n: number, unit: number): PatientMade {
    const random = this.#random;
    return {
      id: `s${n}`,
      name: `${this.#any(GIVEN)} ${surname(random)}`,
      unit,
      endedDaysBefore: random() < 0.15 ? 1 + Math.floor(random() * 300) : undefined,
      hidden: random() < 0.004,
    };
  }

  #person(n: number, unit: number): Person {
    const own = this.patients.filter((one) => one.unit === unit);
    const from = (Math.floor(n / Math.max(1, unit + 1)) * PATIENTS_OF_ONE) % own.length;
    const tasks = own.slice(from, from + PATIENTS_OF_ONE).map(({ id }) => Number(id.slice(1)));
    // One of thirty is a patient here too, somewhere else in the house.
    const patient = n % 30 === 7 ? this.#any(this.patients) : undefined;
    const name = patient?.name ?? `${this.#any(GIVEN)} ${surname(this.#random)}`;
    return { id: `a${n}`, name, unit, nights: n % 8 === 0, patient: patient?.id, tasks };
  }

  #minute(day: number, [from, to]: readonly [number, number]): number {
    return day * 1_440 + from + Math.floor(this.#random() * (to - from));
  }

  /** Mondays to Fridays; who works nights does so every day. */
  #shift(who: Person): number {
    const day = Math.floor(this.#random() * DAYS);
    if (who.nights) return this.#minute(day, this.#random() < 0.6 ? NIGHT : OFFICE);
    const weekday = day % 7 > 4 ? day - 2 : day;
    return this.#minute(weekday, OFFICE);
  }

  #add(who: Person, minute: number, patients: readonly string[], more: Partial<Entry> = {}): void {
    const plain = { verb: "r", outcome: "allowed", purpose: "TREAT", snooped: undefined };
    this.entries.push({ minute, who, patients, ...plain, ...more });
  }

  /** One of the unit's that fits; any of the unit's where none was found to. */
  #ofUnit(unit: number, fits: (one: PatientMade) => boolean = () => true): PatientMade {
    const own = this.#byUnit[unit] ?? [];
    for (let tried = 0; tried < 300; tried++) {
      const one = this.#any(own);
      if (fits(one)) return one;
    }
    return own.find(fits) ?? this.#any(own);
  }

  /** One piece of ordinary work. */
  #work(): void {
    const who = this.#any(this.staff);
    const minute = this.#shift(who);
    const dice = this.#random();
    if (dice < 0.78) {
      const own = `s${this.#any(who.tasks)}`;
      this.#add(who, minute, [own], { verb: this.#random() < 0.3 ? "w" : "r" });
    } else if (dice < 0.84) {
      // In the place of a colleague: read, and written down.
      const { id } = this.#ofUnit(who.unit, (one) => one.endedDaysBefore === undefined);
      this.#add(who, minute, [id]);
      this.#add(who, minute + 3, [id], { verb: "w" });
    } else if (dice < 0.92) {
      // Talked about at a meeting, or on the telephone.
      this.#add(who, minute, [
        this.#ofUnit(who.unit, (one) => one.endedDaysBefore === undefined).id,
      ]);
    } else if (dice < 0.985) {
      this.#add(
        who,
        minute,
        Array.from({ length: 20 }, () => this.#ofUnit(who.unit).id),
      );
    } else if (dice < 0.995) {
      // What is late: the letter after the end, written and read again.
      const { id } = this.#ofUnit(who.unit, (one) => (one.endedDaysBefore ?? 99) < 30);
      this.#add(who, minute, [id]);
      this.#add(who, minute + 5, [id], { verb: "w" });
    } else if (dice < 0.9955) {
      this.#add(who, minute, [this.#any(this.patients).id], { purpose: "BTG" });
    } else if (dice < 0.9965) {
      this.#add(who, minute, [this.#any(this.patients).id], { outcome: "refused", purpose: "-" });
    } else {
      // An extra hour at home, with one's own.
      this.#add(who, this.#minute(Math.floor(minute / 1_440), NIGHT), [`s${this.#any(who.tasks)}`]);
    }
  }

  #notOwn(who: Person, one: PatientMade): boolean {
    return !who.tasks.includes(Number(one.id.slice(1)));
  }

  #snoop(why: string, many: number): void {
    const day = () => Math.floor(this.#random() * DAYS);
    const office = () => this.#minute(Math.floor(day() / 7) * 7 + (day() % 5), OFFICE);
    const look = (who: Person, one: PatientMade, minute = office()): void =>
      this.#add(who, minute, [one.id], { snooped: why });
    const running = (one: PatientMade): boolean => one.endedDaysBefore === undefined;
    const byDay = this.staff.filter(({ nights }) => !nights);
    if (why === "one after the other") {
      const who = this.#any(byDay);
      const start = office();
      for (let n = 0; n < many; n++) {
        look(
          who,
          this.#ofUnit(who.unit, (one) => running(one) && this.#notOwn(who, one)),
          start + n,
        );
      }
      return;
    }
    for (let n = 0; n < many; n++) {
      const who = this.#any(byDay);
      const last = who.name.split(" ").at(-1);
      switch (why) {
        case "same name": {
          const namesakes = this.patients.filter(
            (one) => one.name.endsWith(` ${last}`) && this.#notOwn(who, one),
          );
          if (namesakes.length === 0) n--;
          else look(who, this.#any(namesakes));
          break;
        }
        case "colleague":
        case "own record": {
          const patient = this.#any(this.staff.filter((one) => one.patient !== undefined));
          const record = this.patients.find(({ id }) => id === patient.patient);
          if (record !== undefined) look(why === "own record" ? patient : who, record);
          break;
        }
        case "hidden address": {
          const hidden = this.patients.filter((one) => one.hidden && this.#notOwn(who, one));
          if (hidden.length > 0) look(who, this.#any(hidden));
          break;
        }
        case "from home at night":
          look(
            who,
            this.#ofUnit(who.unit, (one) => running(one) && this.#notOwn(who, one)),
            this.#minute(day(), NIGHT),
          );
          break;
        case "former patient":
          look(
            who,
            this.#ofUnit(who.unit, (one) => (one.endedDaysBefore ?? 0) > 60),
          );
          break;
        case "another unit's patient":
          look(
            who,
            this.#any(this.patients.filter((one) => one.unit !== who.unit && running(one))),
          );
          break;
        case "own family": {
          const [person, record] = this.#any(this.kin);
          look(person, record);
          break;
        }
        default:
          look(
            who,
            this.#ofUnit(who.unit, (one) => running(one) && this.#notOwn(who, one)),
          );
      }
    }
  }
}

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

async function keepPeople(client: pg.ClientBase, { patients, staff, kin }: Month): Promise<void> {
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
  const at = "2025-01-01T12:00:00Z";
  await insert(
    client,
    "actor",
    "actor_id kind name patient_id recorded_at:timestamptz",
    staff.map(({ id, name, patient }) => [id, "person", name, patient ?? null, at]),
  );
  for (const { id, unit } of staff) {
    await client.query(
      `INSERT INTO rettvei.role_grant (grant_id, actor_id, role, organisation, unit_ids, valid_from, valid_to, recorded_at, recorded_by)
       VALUES ($1, $2, 'practitioner', $3, ARRAY[$4], $5, '2099-01-01', $5, 'seeded')`,
      [`g-${id}`, id, ORGANISATION, `u${unit}`, at],
    );
  }
  const fact =
    "fact_id kind matter_id patient_id course_id happened_on:date recorded_at:timestamptz recorded_by recorded_as body:jsonb";
  const told = [dayBefore(100), at, "seeded", "coordinator"];
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
  const month = new Month(accesses, snooping, seed);
  await keepPeople(client, month);
  return keepEntries(client, month);
}
