// Knows how the version of a course travels: as its ETag, and back as If-Match.
import { AppError } from "../app-error.ts";

/** The version of a course is the number of its last record. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

const VERSION = /^"(\d{1,15})"$/;

/** The version that a change is meant for. AppError if there is none, or not one: a change to any version is no such thing. */
export function versionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) {
    throw new AppError(
      "version-missing",
      "If-Match: expected the ETag of the course as you have seen it, got nothing; read the course first",
    );
  }
  const found = VERSION.exec(ifMatch.trim())?.[1];
  if (found !== undefined) return Number(found);
  throw new AppError("bad-input", "the request holds fields that are not as expected", [
    { path: "/if-match", expected: "one ETag of the course", found: "another text" },
  ]);
}
