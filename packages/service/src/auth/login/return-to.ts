// Knows where a person may be sent after login: to a page of ours, never elsewhere.

const HOME = "/";
const LONGEST = 500;
/** Two slashes or a backslash at the start would name another host; control characters are dropped by browsers. */
const PAGE = /^\/(?![/\\])[^\\\p{Cc}]*$/u;
const NO_PAGES = ["/login", "/logout", "/api"];

/** The address of the page, path and query; the first page where what was asked for is not one of ours. */
export function returnToOf(asked: unknown, origin: string): string {
  if (typeof asked !== "string" || asked.length > LONGEST || !PAGE.test(asked)) return HOME;
  if (!URL.canParse(asked, origin)) return HOME;
  const { origin: to, pathname, search } = new URL(asked, origin);
  if (to !== origin || pathname.startsWith("//")) return HOME;
  const isNoPage = NO_PAGES.some((path) => pathname === path || pathname.startsWith(`${path}/`));
  return isNoPage ? HOME : `${pathname}${search}`;
}
