// Knows the route of who works at a unit: whom a task may be given to.
import { Type } from "typebox";
import { ROLES } from "../../access/actor.ts";
import { readUnitPeople } from "../../store/unit-people.ts";
import { addReading } from "../add-reading.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema, oneOf } from "../schemas/basics.ts";
import { mutable } from "../views/mutable.ts";

const UnitPeopleSchema = Type.Object({
  people: Type.Array(
    Type.Object({
      personId: Type.String(),
      name: Type.String(),
      roles: Type.Array(oneOf(ROLES)),
    }),
    { description: "By name; at most 500." },
  ),
});

export function addUnitPeopleRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/people",
    summary: "Who works at a unit and may be given tasks in its courses",
    tag: "units",
    params: Type.Object({ unitId: IdSchema }),
    answer: UnitPeopleSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    read: async ({ store, client, params: { unitId } }) => ({
      body: { people: mutable(await readUnitPeople(client, unitId, store.now())) },
      patientIds: [],
    }),
  });
}
