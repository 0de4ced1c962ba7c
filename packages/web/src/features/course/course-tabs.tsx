// Knows the line of a course's parts: those of the role that is held.
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { courseQuery, sessionQuery } from "../../app/api/queries.ts";
import type { CourseTab } from "../../app/navigation/course-tab.ts";
import { useCourseTabs } from "../../app/navigation/places-context.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { courseTexts } from "./texts.ts";

const addressOf = (courseId: string, { path }: CourseTab): string =>
  ["/courses", encodeURIComponent(courseId), path].filter((part) => part !== "").join("/");

/** The tab that the reader is at: that with the longest address among those that fit. */
export function useTabHere(courseId: string): CourseTab | undefined {
  const { pathname } = useLocation();
  const here = useCourseTabs().filter((tab) => {
    const address = addressOf(courseId, tab);
    return pathname === address || pathname.startsWith(`${address}/`);
  });
  return here.toSorted((a, b) => b.path.length - a.path.length)[0];
}

/** In a narrow window the line is wider than the page: the tab that is open is never beyond its end. */
function intoSight(tab: HTMLElement | null): void {
  const line = tab?.closest("nav");
  if (tab === null || line === null || line === undefined) return;
  const beyond = tab.getBoundingClientRect().right - line.getBoundingClientRect().right;
  if (beyond > 0) line.scrollLeft += beyond;
}

export function CourseTabs({ courseId }: { readonly courseId: string }) {
  const { language } = useTexts();
  const t = useScreenTexts(courseTexts);
  const { data: session } = useQuery(sessionQuery);
  const here = useTabHere(courseId);
  const role = session?.held?.role;
  const { data: course } = useQuery(courseQuery(courseId));
  const has = (event: string | undefined): boolean =>
    event === undefined || course?.registrable.some((one) => one.event === event) === true;
  const tabs = useCourseTabs().filter(
    ({ roles, whereRegistrable }) =>
      role !== undefined && roles.includes(role) && has(whereRegistrable),
  );
  if (tabs.length < 2) return null;
  return (
    <nav className="course-tabs" aria-label={t.tabs}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.path}>
            <Link
              to={addressOf(courseId, tab)}
              activeOptions={{ exact: true }}
              {...(tab === here ? { "aria-current": "page" as const, ref: intoSight } : {})}
            >
              {tab.name[language]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
