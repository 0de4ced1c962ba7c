// Knows who asks while there is no login: on this machine alone, a coordinator of every unit.
import type { Authenticate } from "../http/authenticate.ts";
import type { Store } from "../store/store.ts";
import { readUnits } from "../store/units.ts";

export function coordinatorOfAllUnits({ database }: Store): Authenticate {
  return async () => {
    const units = await readUnits(database.pool);
    return {
      actorId: "this-machine",
      kind: "person",
      name: "Koordinator på denne maskinen",
      role: "coordinator",
      organisation: "-",
      unitIds: units.map(({ unitId }) => unitId),
      hpr: null,
      patientId: null,
    };
  };
}
