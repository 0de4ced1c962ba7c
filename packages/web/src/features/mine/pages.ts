// Knows which pages "Mitt forløp" has, their addresses, and who has which of them.

export const PAGE_IDS = [
  "overview",
  "plan",
  "voice",
  "documents",
  "insight",
  "sharing",
  "after",
  "close",
  "accessibility",
] as const;
export type PageId = (typeof PAGE_IDS)[number];

const PATHS: Readonly<Record<PageId, string>> = {
  overview: "/mitt",
  plan: "/mitt/plan",
  voice: "/mitt/si-fra",
  documents: "/mitt/dokumenter",
  insight: "/mitt/innsyn",
  sharing: "/mitt/deling",
  after: "/mitt/etterpa",
  close: "/mitt/for-parorende",
  accessibility: "/mitt/tilgjengelighet",
};

const FOR_OTHERS: readonly PageId[] = ["overview", "plan", "documents", "after", "close"];
const FOR_PATIENTS: readonly PageId[] = PAGE_IDS.filter(
  (id) => id !== "close" && id !== "accessibility",
);
/** There also for somebody without a course. */
const OF_NO_COURSE: readonly PageId[] = ["close", "accessibility"];

/** Those of the menu, for a course of one's own or of somebody else; undefined: of none. */
export function pagesFor(own: boolean | undefined): readonly PageId[] {
  if (own === undefined) return ["overview", "close"];
  return own ? FOR_PATIENTS : FOR_OTHERS;
}

export function needsCourse(page: PageId): boolean {
  return !OF_NO_COURSE.includes(page);
}

/** The page itself where the reader has it, else the first. */
export function pageFor(page: PageId, own: boolean | undefined): PageId {
  return page === "accessibility" || pagesFor(own).includes(page) ? page : "overview";
}

/** The page of an address; undefined if it is of none. */
export function pageAt(path: string): PageId | undefined {
  return PAGE_IDS.find((id) => PATHS[id] === path);
}

/** Of one of several courses, where it is not the first one. */
export function addressOf(page: PageId, courseId?: string): string {
  const path = PATHS[page];
  return courseId === undefined ? path : `${path}?forlop=${encodeURIComponent(courseId)}`;
}
