// Knows the route of units.
import { asSystem } from "../../access/as-system.ts";
import { refreshOutlived } from "../../store/refresh-states.ts";
import { today } from "../../store/store.ts";
import { readMunicipalUnits, readUnits } from "../../store/units.ts";
import { addReading } from "../add-reading.ts";
import type { Guard } from "../guarded.ts";
import { UnitsSchema } from "../schemas/work-list.ts";

export function addUnitRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/units",
    summary: "All units, by name",
    tag: "units",
    answer: UnitsSchema,
    before: (store) => refreshOutlived(store, today(store)),
    // How many courses a unit has is nobody's in particular, and the same for all who may see the units.
    read: async ({ client }) => {
      const units = [...(await asSystem(client, () => readUnits(client)))];
      return { body: { units, municipalities: [...(await readMunicipalUnits(client))] } };
    },
  });
}
