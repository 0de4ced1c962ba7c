// Knows what surrounds every page of "Mitt forløp": skip link, header, menu, whose course it is, and main.
import type { Language } from "@rettvei/engine";
import type { ReactNode } from "react";
import { Mark } from "../../../components/mark.tsx";
import { useMine, useMineTexts, useWords } from "../mine-context.tsx";
import type { MyCourse } from "../page-data.ts";
import { addressOf, needsCourse, type PageId, pagesFor } from "../pages.ts";
import { mineWords } from "./texts.ts";
import { Urgent } from "./urgent.tsx";

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  nb: "Bokmål",
  nn: "Nynorsk",
  en: "English",
};

/** The chosen course, where it is not the one that is shown by itself. */
export function useChosen(): string | undefined {
  const { courses, mine, asked } = useMine().data;
  // Where they could not be told, the course that was asked for stays the chosen one.
  if (mine === undefined) return asked;
  return courses[0]?.courseId === mine.courseId ? undefined : mine.courseId;
}

/** Ends the session for good, whoever holds its cookie; then to the login. */
async function logOut(): Promise<void> {
  await fetch("/logout", { method: "POST" });
  window.location.assign("/login");
}

function Languages() {
  const t = useMineTexts(mineWords);
  const { data } = useMine();
  const chosen = useChosen();
  const ahead = addressOf(data.page, chosen);
  const joint = ahead.includes("?") ? "&" : "?";
  return (
    <nav className="mine-languages" aria-label={t.language}>
      {(["nb", "nn", "en"] as const).map((code) =>
        code === data.language ? (
          <strong key={code} lang={code} aria-current="true">
            {LANGUAGE_NAMES[code]}
          </strong>
        ) : (
          <a key={code} className="ds-link" lang={code} href={`${ahead}${joint}sprak=${code}`}>
            {LANGUAGE_NAMES[code]}
          </a>
        ),
      )}
    </nav>
  );
}

function Header() {
  const t = useMineTexts(mineWords);
  const { data, alive } = useMine();
  return (
    <header className="mine-header">
      <a href="/mitt" className="mine-product">
        <Mark />
        <span>{t.product}</span>
      </a>
      <Languages />
      {data.moreRoles && (
        <a className="ds-link" href="/">
          {t.roles}
        </a>
      )}
      {alive && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => void logOut()}
        >
          {t.logOut}
        </button>
      )}
    </header>
  );
}

function Menu({ pages }: { readonly pages: readonly PageId[] }) {
  const t = useMineTexts(mineWords);
  const { page } = useMine().data;
  const chosen = useChosen();
  return (
    <nav className="mine-menu" aria-label={t.menu}>
      <ul>
        {pages.map((id) => (
          <li key={id}>
            <a href={addressOf(id, chosen)} aria-current={id === page ? "page" : undefined}>
              {t.pages[id]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What each course is called; of those that would be called the same, also where it is and since when. */
function useTitles(): ReadonlyMap<string, string> {
  const t = useMineTexts(mineWords);
  const { pick, date } = useWords();
  const { courses } = useMine().data;
  const short = ({ relation, name, pathwayName }: MyCourse): string =>
    relation === "own" ? pick(pathwayName) : `${name ?? ""} – ${pick(pathwayName)}`;
  const isAlone = (course: MyCourse): boolean =>
    courses.filter((other) => short(other) === short(course)).length === 1;
  return new Map(
    courses.map((course) => {
      const { courseId, unitName, firstOn } = course;
      const since = firstOn === null ? null : t.since(date(firstOn));
      const more = [unitName, since].filter((part) => part !== null);
      const whole = isAlone(course) ? [] : more;
      return [courseId, [short(course), ...whole].join(", ")];
    }),
  );
}

/** Somebody may have several courses, or read for several people. */
function Whose() {
  const t = useMineTexts(mineWords);
  const { pick } = useWords();
  const { courses, mine, page } = useMine().data;
  const titles = useTitles();
  const foreign = mine !== undefined && mine.relation !== "own" && needsCourse(page);
  return (
    <>
      {foreign && (
        <p className="mine-of">
          <strong>{t.of(mine.name ?? pick(mine.pathwayName))}</strong>{" "}
          {page === "overview" && t.readingFor}
        </p>
      )}
      {courses.length > 1 && (
        <nav className="mine-whose" aria-label={t.whose}>
          <ul>
            {courses.map(({ courseId }) => (
              <li key={courseId}>
                <a
                  href={addressOf(page, courseId)}
                  aria-current={courseId === mine?.courseId ? "true" : undefined}
                >
                  {titles.get(courseId)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useMineTexts(mineWords);
  const { mine, testLogin, failed, forOthers } = useMine().data;
  // The menu stays where the service could not tell whose course it is: each page of it says so by itself.
  const own = mine === undefined && failed ? !forOthers : mine && mine.relation === "own";
  const pages = pagesFor(own);
  return (
    <>
      <a className="ds-skip-link" href="#content" data-color="accent">
        {t.skip}
      </a>
      <Header />
      {testLogin && (
        <section className="mine-synthetic" aria-label={t.syntheticTitle}>
          {t.synthetic}
        </section>
      )}
      <Menu pages={pages} />
      <Urgent />
      <main id="content" tabIndex={-1} className="mine-main">
        <Whose />
        {children}
      </main>
      <footer className="mine-footer">
        <a className="ds-link" href={addressOf("accessibility", useChosen())}>
          {t.accessibility}
        </a>
      </footer>
    </>
  );
}
