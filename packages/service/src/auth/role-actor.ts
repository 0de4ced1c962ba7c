// Knows who asks, from who somebody is and the one role they hold now.
import type { Actor } from "../access/actor.ts";
import type { KnownActor, RoleGrant } from "../store/role-grants.ts";

export function actorIn(
  { actorId, kind, name, hpr, patientId }: KnownActor,
  { role, organisation, unitIds }: RoleGrant,
): Actor {
  return { actorId, kind, name, role, organisation, unitIds, hpr, patientId };
}
