// Knows who asks while there is no login: on this machine alone, a coordinator of every unit.
import type { Authenticate } from "../http/authenticate.ts";
import type { Store } from "../store/store.ts";
import { readUnitIds } from "../store/units.ts";

export function coordinatorOfAllUnits(store: Store): Authenticate {
  return async () => {
    const unitIds = await readUnitIds(store);
    return {
      actorId: "this-machine",
      kind: "person",
      name: "Koordinator på denne maskinen",
      role: "coordinator",
      organisation: "-",
      unitIds,
      hpr: null,
      patientId: null,
    };
  };
}
