// Knows the eating-disorder units that a public list names with their registry ids.
import type { TrustId } from "./health-trusts.ts";

export const REGISTERED_UNITS_SOURCE = "NorSpis list of units with RESH id, December 2023";

interface RegisteredUnit {
  /** Id in the register of units in specialised care (RESH). */
  readonly resh: string;
  readonly trust: TrustId;
  /** Place or part of the hospital, for the name of the stand-in. */
  readonly place: string;
}

/** Units of the list that lie under one of the trusts; purely private ones are left out. */
export const REGISTERED_EATING_DISORDER_UNITS: readonly RegisteredUnit[] = [
  { resh: "4210626", trust: "helgeland", place: "Mosjøen BU" },
  { resh: "4210825", trust: "helgeland", place: "Mosjøen voksne" },
  { resh: "102152", trust: "helgeland", place: "Sandnessjøen voksne" },
  { resh: "102154", trust: "helgeland", place: "Sandnessjøen BU" },
  { resh: "4210303", trust: "st-olav", place: "Trondheim" },
  { resh: "4208548", trust: "diakonhjemmet", place: "Diakonhjemmet" },
  { resh: "700698", trust: "unn", place: "Nord-Norge BU" },
  { resh: "707383", trust: "ahus", place: "Akershus poliklinikk" },
  { resh: "4207041", trust: "ahus", place: "Akershus døgn" },
  { resh: "105806", trust: "nord-trondelag", place: "Levanger" },
  { resh: "700821", trust: "nordland", place: "Nordland" },
  { resh: "4210562", trust: "nordland", place: "Bodø BU" },
  { resh: "4208300", trust: "innlandet", place: "Innlandet døgn" },
  { resh: "4204275", trust: "ostfold", place: "Østfold døgn" },
  { resh: "104083", trust: "sorlandet", place: "Sørlandet døgn" },
  { resh: "105008", trust: "sorlandet", place: "Arendal-Froland" },
  { resh: "108462", trust: "sorlandet", place: "Solvang" },
  { resh: "104364", trust: "vestfold", place: "Vestfold voksne" },
  { resh: "4209009", trust: "vestfold", place: "Nordre Vestfold BU" },
  { resh: "109979", trust: "ous", place: "Oslo" },
  { resh: "110361", trust: "ous", place: "Gaustad" },
  { resh: "107026", trust: "bergen", place: "Bergen" },
];
