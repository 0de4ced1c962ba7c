// Knows how a plan is made and changed in a story, how the patient speaks, and how an evaluation is held.
import { type Act, coordinatorOf, courseOf, practitionerOf, selfOf } from "../story.ts";

const TELEPHONE = "99 99 99 99";

interface Versioned {
  readonly version: number;
}

export interface PlanWords {
  /** In the patient's own words. */
  readonly own: readonly string[];
  readonly goals?: readonly string[];
  readonly measures: readonly (readonly [what: string, who: string, when: string])[];
  /** Days until the next evaluation. */
  readonly evaluationIn: number;
}

function contentOf({ own, goals = [], measures }: PlanWords, nextEvaluationOn: string) {
  return {
    goals: [
      ...own.map((words) => ({ words, patientsOwn: true })),
      ...goals.map((words) => ({ words, patientsOwn: false })),
    ],
    measures: measures.map(([what, who, when]) => ({ what, who, when })),
    nextEvaluationOn,
    madeTogether: true,
    telephone: TELEPHONE,
  };
}

export function planned(words: PlanWords): Act {
  return async (world, patient) => {
    const who = world.staff(practitionerOf(patient));
    const body = { kind: "treatment", ...contentOf(words, world.in(words.evaluationIn)) };
    const plans = `${courseOf(world, patient)}/plans`;
    const { planId } = await world.post<{ planId: string }>(who, plans, body);
    world.remember(patient.name, "plan", planId);
  };
}

export function replanned(words: PlanWords, whatChanged: string): Act {
  return (world, patient) => {
    const plan = `/api/plans/${world.idOf(patient.name, "plan")}`;
    const content = contentOf(words, world.in(words.evaluationIn));
    const body = { ...content, largerChange: true, whatChanged };
    const who = world.staff(practitionerOf(patient));
    return world.change(who, plan, `${plan}/versions`, body);
  };
}

export function crisisPlan(measures: PlanWords["measures"]): Act {
  return (world, patient) => {
    const body = {
      kind: "crisis",
      goals: [{ words: "Jeg skal si fra tidlig.", patientsOwn: true }],
      measures: measures.map(([what, who, when]) => ({ what, who, when })),
      madeTogether: true,
      telephone: TELEPHONE,
    };
    const who = world.staff(practitionerOf(patient));
    return world.post(who, `${courseOf(world, patient)}/plans`, body);
  };
}

export function addedToPlan(words: string, isGoal: boolean): Act {
  return (world, patient) => {
    const plan = `/api/plans/${world.idOf(patient.name, "plan")}`;
    return world.post(selfOf(world, patient), `${plan}/words`, { words, isGoal });
  };
}

/** Confirms all that is proposed in the course. */
export const confirmedProposals: Act = async (world, patient) => {
  const who = world.staff(coordinatorOf(patient));
  const { body } = await world.get<{
    proposals: readonly (Versioned & { readonly proposalId: string; readonly state: string })[];
  }>(who, `${courseOf(world, patient)}/proposals`);
  for (const { proposalId, version, state } of body.proposals)
    if (state === "proposed")
      await world.post(who, `/api/proposals/${proposalId}/confirmed`, {}, version);
};

interface Evaluations {
  readonly evaluations: readonly (Versioned & {
    readonly evaluationId: string;
    readonly state: string;
  })[];
}

type Answers = Readonly<Record<string, string>>;

const listed = (answers: Answers) =>
  Object.entries(answers).map(([question, words]) => ({ question, words }));

/** The patient answers before the evaluation that is planned. */
export function answeredBefore(answers: Answers): Act {
  return async (world, patient) => {
    const self = selfOf(world, patient);
    const at = `${courseOf(world, patient)}/evaluations`;
    const { body } = await world.get<Evaluations>(self, at);
    const next = body.evaluations.find(({ state }) => state === "planned");
    const url = `/api/evaluations/${next?.evaluationId}/answers`;
    return world.post(self, url, { answers: listed(answers) });
  };
}

export interface HeldWords {
  readonly summary: string;
  readonly changedInPlan: string;
  readonly answers?: Answers;
  /** Days until the next one. */
  readonly nextIn: number;
}

export function held({ summary, changedInPlan, answers = {}, nextIn }: HeldWords): Act {
  return async (world, patient) => {
    const who = world.staff(practitionerOf(patient));
    const { body } = await world.get<Evaluations>(who, `${courseOf(world, patient)}/evaluations`);
    const next = body.evaluations.find(({ state }) => state === "planned");
    const told = {
      participants: [{ role: "patient" }, { role: "practitioner", name: who.name }],
      feedbackTool: "FIT",
      ...{ answers: listed(answers), summary, changedInPlan, nextOn: world.in(nextIn) },
    };
    return world.post(who, `/api/evaluations/${next?.evaluationId}/held`, told, next?.version);
  };
}

type About = "before-evaluation" | "not-working" | "other-therapist" | "alone-with-therapist";

export function said(about: About, words: string): Act {
  return (world, patient) =>
    world.post(selfOf(world, patient), `${courseOf(world, patient)}/voices`, { about, words });
}

/** The coordinator answers all that waits for an answer. */
export function answeredVoices(words: string): Act {
  return async (world, patient) => {
    const who = world.staff(coordinatorOf(patient));
    const { body } = await world.get<{
      voices: readonly (Versioned & { readonly voiceId: string; readonly state: string })[];
    }>(who, `${courseOf(world, patient)}/voices`);
    for (const { voiceId, version, state } of body.voices)
      if (state === "waiting")
        await world.post(who, `/api/voices/${voiceId}/answered`, { words }, version);
  };
}
