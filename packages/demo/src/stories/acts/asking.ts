// Knows how who referred asks a unit something in a story, and how the unit answers.
import { type Act, coordinatorOf, courseOf } from "../story.ts";
import type { StoryWorld } from "../story-world.ts";
import { STORY_REFERRER } from "./referring.ts";

const TELEPHONE = "99 99 99 99";

export function askedUnit(words: string): Act {
  return (world, patient) => {
    const referral = `/api/referrals/${world.idOf(patient.name, "referral")}`;
    return world.post(world.staff(STORY_REFERRER), `${referral}/questions`, { words });
  };
}

/** Who referred reads what units have written until now. */
export async function caughtUp(world: StoryWorld): Promise<void> {
  const who = world.staff(STORY_REFERRER);
  const { body } = await world.get<{
    readonly referrals: readonly { readonly referralId: string; readonly unread: number }[];
  }>(who, "/api/my-referrals");
  for (const { referralId, unread } of body.referrals)
    if (unread > 0) await world.get(who, `/api/referrals/${referralId}/messages`);
}

interface Questions {
  readonly questions: readonly {
    readonly questionId: string;
    readonly version: number;
    readonly state: string;
  }[];
}

/** The coordinator answers all that waits for an answer. */
export function answeredReferrer(words: string): Act {
  return async (world, patient) => {
    const who = world.staff(coordinatorOf(patient));
    const at = `${courseOf(world, patient)}/questions`;
    const { body } = await world.get<Questions>(who, at);
    const answer = { words, telephone: TELEPHONE };
    for (const { questionId, version, state } of body.questions)
      if (state === "waiting")
        await world.post(who, `/api/questions/${questionId}/answered`, answer, version);
  };
}
