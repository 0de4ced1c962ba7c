// Knows how access is opened and controlled in a story, who acts for a patient, and what a unit has agreed on.
import { MUNICIPAL_UNIT } from "../../identity/staff-personas.ts";
import { type Act, selfOf } from "../story.ts";
import { STORY_TRUST } from "../story-units.ts";
import type { StoryWorld } from "../story-world.ts";

const STORY_LOG_CONTROLLER = `log-controller-${STORY_TRUST.orgNumber}`;
const A_YEAR = 365;

/** Somebody of another unit opens the patient in an unforeseen situation, reads, and is done. */
export function openedBy(subject: string, reason: string): Act {
  return async (world, patient) => {
    const who = world.staff(subject);
    const patientId = world.idOf(patient.name, "patient");
    const body = { ground: "on-call", reason };
    const at = `/api/patients/${patientId}/break-glass`;
    const { glassId } = await world.post<{ glassId: string }>(who, at, body);
    await world.get(who, `/api/courses/${world.idOf(patient.name, "course")}`);
    await world.post(who, `/api/break-glass/${glassId}/ended`, {});
  };
}

/** The patient asks why somebody looked, of the newest look at another's hand. */
export function askedWhy(words: string): Act {
  return async (world, patient) => {
    const self = selfOf(world, patient);
    const at = `/api/patients/${self.patientId}`;
    const { body } = await world.get<{
      readonly entries: readonly { readonly entry: number; readonly unforeseen: boolean }[];
    }>(self, `${at}/log`);
    const found = body.entries.find(({ unforeseen }) => unforeseen);
    return world.post(self, `${at}/explanations`, { entry: found?.entry, words });
  };
}

export function actedFor(actsAs: "guardian" | "consent", personId: string, purpose: string): Act {
  return (world, { name }) =>
    world.represent({
      patientId: world.idOf(name, "patient"),
      ...{ actsAs, personId, purpose },
      personName: world.person(personId).name,
      until: world.in(A_YEAR),
    });
}

/** The leader of the unit makes an agreement with the municipality, to be gone through in so many days. */
export async function agreed(world: StoryWorld, unitId: string, inDays: number): Promise<void> {
  const leader = world.staff(`leader-${unitId}`);
  const coordinator = world.person(`coordinator-${unitId}`);
  await world.post(leader, "/api/agreements", {
    ...{ unitId, municipalUnitId: MUNICIPAL_UNIT, municipality: "Testvik kommune" },
    title: "Samarbeid om utskrivning og oppfølging",
    text: "Vi ringer hverandre senest tre dager før utskrivning. Oppfølgingsplanen lages sammen med pasienten. Kommunen bekrefter innen en uke.",
    contacts: [
      { side: "trust", name: coordinator.name, telephone: "99 99 99 99" },
      { side: "municipality", name: "Mona Moen", telephone: "99 99 99 98" },
    ],
    reviewOn: world.in(inDays),
  });
}

/** The log controller goes through the days until now, and asks about the first that has a sign. */
export async function controlled(world: StoryWorld, days: number): Promise<void> {
  const who = world.staff(STORY_LOG_CONTROLLER);
  const span = { from: world.in(-days), to: world.day };
  await world.post(who, "/api/log-control/examinations", span);
}

/** Asks the unit's leader about the first that waits. */
export async function askedLeader(world: StoryWorld, words: string): Promise<void> {
  const who = world.staff(STORY_LOG_CONTROLLER);
  const { body } = await world.get<{
    readonly reviews: readonly { readonly reviewId: string; readonly version: number }[];
  }>(who, "/api/log-control/reviews");
  const [first] = body.reviews;
  if (first === undefined) throw new Error("stories: expected an access that has a sign");
  const url = `/api/log-control/reviews/${first.reviewId}/asked`;
  await world.post(who, url, { words }, first.version);
}
