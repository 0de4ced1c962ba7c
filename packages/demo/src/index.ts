// The entry of the demo package: everything that other packages may use.
export { EVENT_FILE_COLUMNS, type EventFileFormat, eventFileLines } from "./event-file.ts";
export {
  REGIONS,
  type Region,
  TRUSTS,
  type Trust,
  type TrustId,
} from "./organisation/health-trusts.ts";
export { type Unit, type UnitKind, units } from "./organisation/units.ts";
export type { InventedName } from "./person-number/invented-name.ts";
export type { Sex } from "./person-number/synthetic-person-number.ts";
export type { Patient } from "./population/person.ts";
export { type Course, type PopulationOptions, population } from "./population/population.ts";
