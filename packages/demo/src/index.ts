// The entry of the demo package: everything that other packages may use.

export {
  type Counterpart,
  type CounterpartOptions,
  type Known,
  startCounterpart,
} from "./counterpart/counterpart.ts";
export { machineLogin } from "./counterpart/machine-login.ts";
export { MANY_MISHAPS, type Mishaps } from "./counterpart/mishap.ts";
export { EVENT_FILE_COLUMNS, type EventFileFormat, eventFileLines } from "./event-file.ts";
export type { PlaceOfWork } from "./identity/login-page.ts";
export { patientPersona, type SyntheticPatient } from "./identity/patient-persona.ts";
export type { HeldRole, Persona, PersonaRole } from "./identity/persona.ts";
export { machineClient, webClient } from "./identity/provider-settings.ts";
export {
  MUNICIPAL_NAME,
  MUNICIPAL_UNIT,
  staffPersonas,
  storyStaff,
} from "./identity/staff-personas.ts";
export {
  refuseTestLogin,
  startTestLogin,
  type TestLogin,
  type TestLoginOptions,
} from "./identity/test-login.ts";
export {
  REGIONS,
  type Region,
  TRUSTS,
  type Trust,
  type TrustId,
} from "./organisation/health-trusts.ts";
export { type Unit, type UnitKind, units } from "./organisation/units.ts";
export type { InventedName } from "./person-number/invented-name.ts";
export { type Sex, syntheticPersonNumber } from "./person-number/synthetic-person-number.ts";
export type { Patient } from "./population/person.ts";
export { type Course, type PopulationOptions, population } from "./population/population.ts";
export { OFFICES } from "./stories/acts/referring.ts";
export { STORY_TRUST, STORY_UNITS } from "./stories/story-units.ts";
export type { StoryRepresentation, StoryStage } from "./stories/story-world.ts";
export { STORY_DEEDS, tellStories } from "./stories/tell-stories.ts";
