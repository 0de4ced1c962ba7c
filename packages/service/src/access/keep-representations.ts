// Knows how representations are begun that are not there yet, told by the service itself: for trying it out.
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@rettvei/engine";
import { appendFact } from "../facts/append-fact.ts";
import { lastOfKind } from "../facts/fact.ts";
import { mattersOfPatient } from "../rights/own-matters.ts";
import { REPRESENTATION, REPRESENTATION_SET } from "../rights/representation-matter.ts";
import { type Store, today } from "../store/store.ts";
import { inTransaction, lockPatients } from "../store/transaction.ts";
import { SERVICE } from "./actor.ts";
import type { WayToAct } from "./representation.ts";

export interface RepresentationToKeep {
  readonly patientId: string;
  readonly actsAs: WayToAct;
  readonly personId: string;
  readonly personName: string;
  readonly purpose: string;
  readonly until: CalendarDate;
}

/** One that the person has, or has had, is left as it is: what was ended stays ended. */
export async function keepRepresentations(
  store: Store,
  representations: readonly RepresentationToKeep[],
): Promise<void> {
  await inTransaction(store.database.pool, async (client) => {
    for (const { patientId, ...rest } of representations) {
      await lockPatients(client, [patientId]);
      const known = await mattersOfPatient(client, patientId, REPRESENTATION);
      if (
        known.some(
          (facts) => lastOfKind(facts, REPRESENTATION_SET)?.body.personId === rest.personId,
        )
      )
        continue;
      const about = { matterId: randomUUID(), patientId, courseId: null, unitId: null };
      const body = {
        ...rest,
        representativeBornOn: null,
        atChildsAddress: rest.actsAs === "guardian",
      };
      const told = { ...about, happenedOn: today(store), body };
      await appendFact({ store, client, actor: SERVICE }, REPRESENTATION, REPRESENTATION_SET, told);
    }
  });
}
