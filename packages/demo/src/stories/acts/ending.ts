// Knows how a course of a story ends or goes on elsewhere: detox, transfer, closing, the municipality's plan.
import { MUNICIPAL_UNIT } from "../../identity/staff-personas.ts";
import { type Act, coordinatorOf, courseOf, practitionerOf } from "../story.ts";

const TELEPHONE = "99 99 99 99";
const STORY_MUNICIPALITY = "municipality-000000201";

export function offeredTo(toUnitId: string, reason: string, summary: string): Act {
  return (world, patient) =>
    world.post(world.staff(coordinatorOf(patient)), `${courseOf(world, patient)}/transfers`, {
      ...{ toUnitId, reason, summary },
    });
}

/** Days from now to the end of detox, and to the treatment after it. */
export function detoxPlanned(endIn: number, nextIn: number, nextWhere: string): Act {
  return (world, patient) => {
    const dates = { endOn: world.in(endIn), nextStartOn: world.in(nextIn) };
    const body = { ...dates, nextWhere, careLevel: "dogn" };
    return world.post(
      world.staff(practitionerOf(patient)),
      `${courseOf(world, patient)}/detoxes`,
      body,
    );
  };
}

/** Begins the closing of a course, to be done in so many days. */
export function closingBegun(inDays: number): Act {
  return async (world, patient) => {
    const who = world.staff(practitionerOf(patient));
    const closing = `${courseOf(world, patient)}/closing`;
    const { body } = await world.get<{
      readonly version: number;
      readonly items: readonly { readonly item: string }[];
    }>(who, closing);
    const checks = body.items.slice(0, 3).map(({ item }) => ({ item, is: "done" }));
    const begun = { plannedOn: world.in(inDays), checks };
    return world.post(who, `${closing}/checks`, begun, body.version);
  };
}

export function summarySent(since: number, text: string): Act {
  return (world, patient) => {
    const body = {
      title: "Epikrise",
      stay: { from: world.in(-since), to: world.day, careLevel: "poliklinikk" },
      diagnoses: [{ text: "Tilbakevendende depresjon" }],
      sections: [
        { heading: "SY", text },
        { heading: "VU", text: "Har nytte av samtaler." },
        { heading: "OP", text: "Følges opp i kommunen og hos fastlegen." },
      ],
      telephone: TELEPHONE,
    };
    const who = world.staff(practitionerOf(patient));
    return world.post(who, `${courseOf(world, patient)}/discharge-summaries`, body);
  };
}

export interface FollowUpWords {
  readonly responsible: string;
  readonly title: string;
  readonly measure: readonly [what: string, who: string, when: string];
  readonly own: string;
}

export function followUpMade({ responsible, title, measure, own }: FollowUpWords): Act {
  return async (world, patient) => {
    const who = world.staff(coordinatorOf(patient));
    const [what, by, when] = measure;
    const body = {
      municipalUnitId: MUNICIPAL_UNIT,
      ground: "Samtykke",
      responsible: { name: responsible, title, telephone: "99 99 99 98" },
      measures: [{ what, who: by, when }],
      patientsWords: own,
      whereToTurn: `Ring ${responsible} på dagtid, eller legevakten 116 117 ellers.`,
      isIndividualPlan: false,
    };
    await world.post(who, `${courseOf(world, patient)}/follow-up-plan`, body);
  };
}

/** The municipality says that it has the plan. */
export function followUpConfirmed(receivedBy: string): Act {
  return async (world, patient) => {
    const who = world.staff(STORY_MUNICIPALITY);
    const at = `${courseOf(world, patient)}/follow-up-plan`;
    const { body } = await world.get<{
      readonly followUpPlan: { readonly followUpId: string; readonly version: number } | null;
    }>(who, at);
    const url = `/api/follow-up-plans/${body.followUpPlan?.followUpId}/received`;
    return world.post(who, url, { receivedBy }, body.followUpPlan?.version);
  };
}

export function closed(careNeed: string): Act {
  return async (world, patient) => {
    const who = world.staff(practitionerOf(patient));
    const closing = `${courseOf(world, patient)}/closing`;
    const { body } = await world.get<{ readonly version: number }>(who, closing);
    const told = { outcome: "completed", careNeed, reasonWithout: "Resten er sendt på papir." };
    return world.post(who, `${closing}/closed`, told, body.version);
  };
}
