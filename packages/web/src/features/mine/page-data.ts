// Knows what each page of "Mitt forløp" needs to be shown, and asks for it.
import type { Language } from "@rettvei/engine";
import type { Schemas } from "../../app/api/client.ts";
import type { paths } from "../../app/api/generated/paths.ts";
import type { ToldCriterion } from "../accessibility/told-criteria.ts";
import { type Ask, bodyOf } from "./ask.ts";
import { type PageId, pageFor } from "./pages.ts";

type Got<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;

export type MyCourse = Schemas["MyCourses"]["courses"][number];
export type MyPathway = Schemas["MyPathway"];

export interface VersionedReferral {
  readonly referral: Schemas["Referral"];
  readonly version: number | undefined;
}

export interface PageData {
  readonly page: PageId;
  readonly language: Language;
  /** The service could not tell everything: what is missing is not to be read as nothing. */
  readonly failed: boolean;
  readonly testLogin: boolean;
  /** Of whoever reads. */
  readonly myName: string | null;
  readonly myCode: string;
  readonly moreRoles: boolean;
  /** Whoever reads does so for others: for the menu, where no course could be told. */
  readonly forOthers: boolean;
  /** The course that was asked for, where none could be told. */
  readonly asked?: string | undefined;
  readonly courses: readonly MyCourse[];
  /** Undefined where there is none, or it is not for the reader. */
  readonly mine?: MyPathway | undefined;
  readonly plans?: readonly Schemas["Plan"][] | undefined;
  readonly evaluations?: readonly Schemas["Evaluation"][] | undefined;
  readonly questions?: Got<"/api/evaluation-questions">["questions"] | undefined;
  readonly voices?: readonly Schemas["Voice"][] | undefined;
  readonly documents?: Schemas["MyDocuments"]["documents"] | undefined;
  readonly referrals?: readonly VersionedReferral[] | undefined;
  readonly log?: Got<"/api/patients/{patientId}/log"> | undefined;
  readonly explanations?: Schemas["MyExplanations"]["explanations"] | undefined;
  readonly blocks?: Got<"/api/patients/{patientId}/blocks">["blocks"] | undefined;
  readonly representations?:
    | Got<"/api/patients/{patientId}/representations">["representations"]
    | undefined;
  readonly sharings?: readonly Schemas["Sharing"][] | undefined;
  readonly notices?: Got<"/api/patients/{patientId}/notice-choice"> | undefined;
  readonly followUp?: Schemas["FollowUpPlan"] | null | undefined;
  /** Of the statement on accessibility, in the reader's language. */
  readonly criteria?: readonly ToldCriterion[] | undefined;
}

type Rest = Partial<PageData>;

async function referralsOf(
  ask: Ask,
  ids: readonly string[],
): Promise<readonly VersionedReferral[]> {
  const answers = await Promise.all(
    ids.map((id) => ask(`/api/referrals/${encodeURIComponent(id)}`)),
  );
  return answers.flatMap(({ status, body, version }) =>
    status === 200 ? [{ referral: body as Schemas["Referral"], version }] : [],
  );
}

type Load = (ask: Ask, mine: MyPathway) => Promise<Rest>;

const inCourse = (mine: MyPathway, what: string): string =>
  `/api/courses/${encodeURIComponent(mine.courseId)}/${what}`;
const ofPatient = (mine: MyPathway, what: string): string =>
  `/api/patients/${encodeURIComponent(mine.patientId)}/${what}`;

const LOADS: Readonly<Record<PageId, Load>> = {
  overview: async () => ({}),
  close: async () => ({}),
  accessibility: async () => ({}),
  plan: async (ask, mine) => {
    const [plans, evaluations, questions] = await Promise.all([
      bodyOf<Got<"/api/courses/{courseId}/plans">>(ask(inCourse(mine, "plans"))),
      bodyOf<Got<"/api/courses/{courseId}/evaluations">>(ask(inCourse(mine, "evaluations"))),
      bodyOf<Got<"/api/evaluation-questions">>(ask("/api/evaluation-questions")),
    ]);
    return {
      plans: plans?.plans,
      evaluations: evaluations?.evaluations,
      questions: questions?.questions,
    };
  },
  voice: async (ask, mine) => {
    const said = await bodyOf<Got<"/api/courses/{courseId}/voices">>(ask(inCourse(mine, "voices")));
    return { voices: said?.voices };
  },
  documents: async (ask, mine) => {
    const [written, referrals] = await Promise.all([
      bodyOf<Schemas["MyDocuments"]>(ask(inCourse(mine, "my-documents"))),
      referralsOf(ask, mine.referralIds),
    ]);
    return { documents: written?.documents, referrals };
  },
  insight: async (ask, mine) => {
    const [log, asked] = await Promise.all([
      bodyOf<Got<"/api/patients/{patientId}/log">>(ask(ofPatient(mine, "log"))),
      bodyOf<Schemas["MyExplanations"]>(ask(ofPatient(mine, "explanations"))),
    ]);
    return { log, explanations: asked?.explanations };
  },
  sharing: async (ask, mine) => {
    const [blocks, representations, sharings, notices] = await Promise.all([
      bodyOf<Got<"/api/patients/{patientId}/blocks">>(ask(ofPatient(mine, "blocks"))),
      bodyOf<Got<"/api/patients/{patientId}/representations">>(
        ask(ofPatient(mine, "representations")),
      ),
      bodyOf<Got<"/api/courses/{courseId}/sharings">>(ask(inCourse(mine, "sharings"))),
      bodyOf<Got<"/api/patients/{patientId}/notice-choice">>(ask(ofPatient(mine, "notice-choice"))),
    ]);
    return {
      blocks: blocks?.blocks,
      representations: representations?.representations,
      sharings: sharings?.sharings,
      notices,
    };
  },
  after: async (ask, mine) => {
    const found = await bodyOf<Got<"/api/courses/{courseId}/follow-up-plan">>(
      ask(inCourse(mine, "follow-up-plan")),
    );
    return { followUp: found?.followUpPlan };
  },
};

export interface Wanted {
  readonly page: PageId;
  readonly language: Language;
  /** Of one of several courses; else the first. */
  readonly courseId: string | undefined;
}

interface Session {
  readonly name: string;
  readonly held: { readonly role: string } | null;
  readonly roles: readonly unknown[];
  readonly testLogin: boolean;
}

/** Asks as before, and remembers whether the service ever failed to answer; a refusal is an answer. */
function watched(ask: Ask): { readonly ask: Ask; readonly failed: () => boolean } {
  let failed = false;
  const watching: Ask = async (url) => {
    const answer = await ask(url);
    failed ||= answer.status >= 500;
    return answer;
  };
  return { ask: watching, failed: () => failed };
}

async function courseOf(
  ask: Ask,
  courses: readonly MyCourse[],
  courseId: string | undefined,
): Promise<MyPathway | undefined> {
  const chosen = courses.find((course) => course.courseId === courseId) ?? courses[0];
  if (chosen === undefined) return undefined;
  const url = `/api/courses/${encodeURIComponent(chosen.courseId)}/my-pathway`;
  return bodyOf<MyPathway>(ask(url));
}

/** Three languages long, so no part of the script that every page has. */
async function criteriaOf(page: PageId, language: Language): Promise<Rest> {
  if (page !== "accessibility") return {};
  const { toldCriteria } = await import("../accessibility/told-criteria.ts");
  return { criteria: toldCriteria(language) };
}

/** A page that is not the reader's becomes the first one. */
export async function loadPage({ page, language, courseId }: Wanted, from: Ask): Promise<PageData> {
  const { ask, failed } = watched(from);
  const [session, list] = await Promise.all([
    bodyOf<Session>(ask("/api/session")),
    bodyOf<Schemas["MyCourses"]>(ask("/api/my-pathway")),
  ]);
  const courses = list?.courses ?? [];
  const mine = await courseOf(ask, courses, courseId);
  const shown = failed() ? page : pageFor(page, mine && mine.relation === "own");
  const rest = mine === undefined ? {} : await LOADS[shown](ask, mine);
  return {
    ...{ page: shown, language, courses, mine, failed: failed() },
    myCode: list?.myCode ?? "",
    testLogin: session?.testLogin ?? false,
    myName: session?.name ?? null,
    ...(failed() ? { asked: courseId } : {}),
    forOthers: session?.held?.role === "relative",
    moreRoles: (session?.roles.length ?? 0) > 1,
    ...rest,
    ...(await criteriaOf(shown, language)),
  };
}
