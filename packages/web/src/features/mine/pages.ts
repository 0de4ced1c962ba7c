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
};

const FOR_PATIENTS: readonly PageId[] = PAGE_IDS.filter((id) => id !== "close");
const FOR_OTHERS: readonly PageId[] = ["overview", "plan", "documents", "after", "close"];

export function pagesFor(own: boolean): readonly PageId[] {
  return own ? FOR_PATIENTS : FOR_OTHERS;
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
