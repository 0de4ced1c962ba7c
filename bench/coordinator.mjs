// Knows who asks in the measurements: a coordinator of the unit that a header names, else of every unit, without a login.
import { UNITS, unitIdOf } from "./service/running-courses.mjs";

export const UNIT_HEADER = "x-bench-unit";

const ACTOR = {
  actorId: "bench",
  kind: "person",
  name: "Bench",
  role: "coordinator",
  organisation: "BENCH",
  unitIds: Array.from({ length: UNITS }, (_, index) => unitIdOf(index)),
  hpr: null,
  patientId: null,
};

/** How the service finds out who asks. */
export const authenticate = () => async (request) => {
  const unitId = request.headers[UNIT_HEADER];
  return unitId === undefined ? ACTOR : { ...ACTOR, unitIds: [unitId] };
};
