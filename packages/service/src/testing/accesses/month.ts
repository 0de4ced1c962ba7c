// Knows a month of ordinary work in one organisation: people, their patients, and who looks at whom and when. It knows
// nothing of the rules that look for accesses without a reason.
import { type Random, randomOf } from "./random.ts";

export const FIRST_DAY = "2026-03-02";

export const DAYS = 28;
const AT_A_UNIT = 20;
const PATIENTS_OF_ONE = 15;

const GIVEN = ["Kari", "Ola", "Nora", "Emil", "Ida", "Jonas", "Sara", "Lars", "Anne", "Per"];
/** Some names are many people's, most are few people's. */
function surname(random: Random): string {
  return `Etternavn${Math.floor(400 * random() ** 2)}`;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly unit: number;
  readonly nights: boolean;
  /** Whose patient they are themselves. */
  readonly patient: string | undefined;
  readonly tasks: readonly number[];
}

export interface PatientMade {
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

export const OFFICE = [7 * 60, 16 * 60] as const;
export const NIGHT = [22 * 60, 23 * 60 + 59] as const;
export const FIRST_MINUTE = Date.parse(`${FIRST_DAY}T00:00:00+01:00`) / 60_000;

export class Month {
  readonly random: Random;
  readonly #byUnit: readonly (readonly PatientMade[])[];
  readonly staff: readonly Person[];
  readonly patients: readonly PatientMade[];
  readonly kin: readonly (readonly [Person, PatientMade])[];
  readonly entries: Entry[] = [];

  constructor(accesses: number, seed: number) {
    this.random = randomOf(seed);
    const people = Math.max(40, Math.round(accesses / 1_250));
    const units = Math.max(2, Math.round(people / AT_A_UNIT));
    this.patients = Array.from({ length: people * PATIENTS_OF_ONE }, (_, n) =>
      this.#patient(n, n % units),
    );
    this.#byUnit = Array.from({ length: units }, (_, unit) =>
      this.patients.filter((one) => one.unit === unit),
    );
    this.staff = Array.from({ length: people }, (_, n) => this.#person(n, n % units));
    this.kin = this.staff.slice(0, 15).map((one) => [one, this.any(this.patients)] as const);
  }

  any<T>(of: readonly T[]): T {
    return of[Math.floor(this.random() * of.length)] as T; // never asked of nothing
  }

  #patient(n: number, unit: number): PatientMade {
    const random = this.random;
    return {
      id: `s${n}`,
      name: `${this.any(GIVEN)} ${surname(random)}`,
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
    const patient = n % 30 === 7 ? this.any(this.patients) : undefined;
    const name = patient?.name ?? `${this.any(GIVEN)} ${surname(this.random)}`;
    return { id: `a${n}`, name, unit, nights: n % 8 === 0, patient: patient?.id, tasks };
  }

  minute(day: number, [from, to]: readonly [number, number]): number {
    return day * 1_440 + from + Math.floor(this.random() * (to - from));
  }

  /** Mondays to Fridays; who works nights does so every day. */
  #shift(who: Person): number {
    const day = Math.floor(this.random() * DAYS);
    if (who.nights) return this.minute(day, this.random() < 0.6 ? NIGHT : OFFICE);
    const weekday = day % 7 > 4 ? day - 2 : day;
    return this.minute(weekday, OFFICE);
  }

  add(who: Person, minute: number, patients: readonly string[], more: Partial<Entry> = {}): void {
    const plain = { verb: "r", outcome: "allowed", purpose: "TREAT", snooped: undefined };
    this.entries.push({ minute, who, patients, ...plain, ...more });
  }

  /** One of the unit's that fits; any of the unit's where none was found to. */
  ofUnit(unit: number, fits: (one: PatientMade) => boolean = () => true): PatientMade {
    const own = this.#byUnit[unit] ?? [];
    for (let tried = 0; tried < 300; tried++) {
      const one = this.any(own);
      if (fits(one)) return one;
    }
    return own.find(fits) ?? this.any(own);
  }

  /** Ordinary work, until there are so many accesses in all; those that are there stay. */
  fill(accesses: number): void {
    while (this.entries.length < accesses) this.#work();
    this.entries.sort((a, b) => a.minute - b.minute);
  }

  /** One piece of ordinary work. */
  #work(): void {
    const who = this.any(this.staff);
    const minute = this.#shift(who);
    const dice = this.random();
    if (dice < 0.78) {
      const own = `s${this.any(who.tasks)}`;
      this.add(who, minute, [own], { verb: this.random() < 0.3 ? "w" : "r" });
    } else if (dice < 0.84) {
      // In the place of a colleague: read, and written down.
      const { id } = this.ofUnit(who.unit, (one) => one.endedDaysBefore === undefined);
      this.add(who, minute, [id]);
      this.add(who, minute + 3, [id], { verb: "w" });
    } else if (dice < 0.92) {
      // Talked about at a meeting, or on the telephone.
      this.add(who, minute, [this.ofUnit(who.unit, (one) => one.endedDaysBefore === undefined).id]);
    } else if (dice < 0.985) {
      this.add(
        who,
        minute,
        Array.from({ length: 20 }, () => this.ofUnit(who.unit).id),
      );
    } else if (dice < 0.995) {
      // What is late: the letter after the end, written and read again.
      const { id } = this.ofUnit(who.unit, (one) => (one.endedDaysBefore ?? 99) < 30);
      this.add(who, minute, [id]);
      this.add(who, minute + 5, [id], { verb: "w" });
    } else if (dice < 0.9955) {
      this.add(who, minute, [this.any(this.patients).id], { purpose: "BTG" });
    } else if (dice < 0.9965) {
      this.add(who, minute, [this.any(this.patients).id], { outcome: "refused", purpose: "-" });
    } else {
      // An extra hour at home, with one's own.
      this.add(who, this.minute(Math.floor(minute / 1_440), NIGHT), [`s${this.any(who.tasks)}`]);
    }
  }
}
