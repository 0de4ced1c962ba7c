// The entry of the service: everything that other packages may use.

export { keepRepresentations } from "./access/keep-representations.ts";
export { AppError, type AppErrorCode, type Problem } from "./app-error.ts";
export { lastSealAt, openProofBy, proveEntryAt, verifyAuditAt } from "./audit/seal/verify-place.ts";
export { newClientKey, publicKeyOf } from "./auth/client-key.ts";
export type { ClientKey, LoginSettings } from "./auth/login-settings.ts";
export { endRoleAt, giveRoleAt, type RoleToGive, rolesAt } from "./auth/roles-at.ts";
export { examineAt } from "./doctor/examine.ts";
export { apiDocument } from "./http/api-document.ts";
export { askWithin, type WithinAnswer, type WithinRequest } from "./http/ask-within.ts";
export type { Patient } from "./judging/stored-course.ts";
export { type Drilled, drill } from "./kept/drill.ts";
export { type Restored, restore } from "./kept/restore-backup.ts";
export { backUp } from "./kept/write-backup.ts";
export type { Address } from "./outbox/addresses/address.ts";
export { keepAddresses } from "./outbox/addresses/keep-addresses.ts";
export { type Service, type ServiceOptions, startService } from "./start-service.ts";
export { isEmpty, loadPopulation, type PopulationCourse } from "./store/load-population.ts";
export {
  type PatientAtUnit,
  type PatientOfAge,
  patientsAt,
  patientsAtUnits,
  patientsOfAges,
} from "./store/patients-at-units.ts";
export { keepActors } from "./store/role-grants.ts";
export type { Store } from "./store/store.ts";
export { keepUnits, type Unit } from "./store/units.ts";
