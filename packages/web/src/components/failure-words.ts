// Knows what is said to a reader when the service refuses or does not answer.
import { ApiError, isStale } from "../app/api/request.ts";
import type { Catalogue } from "../i18n/catalogue.ts";

export interface FailureWords {
  readonly text: string;
  /** What the service said in detail; English, for whoever is asked for help. */
  readonly details: readonly string[];
}

function textOf({ status, code }: ApiError, t: Catalogue): string {
  if (status === 0) return t.states.noAnswer;
  if (status === 401) return t.session.over;
  if (status === 403) return t.session.notForYou;
  if (status === 404) return t.states.notThere;
  if (status === 409) return t.states.conflict;
  if (status === 422) return t.states.refused;
  if (status >= 500) return t.states.serverFault;
  return code === "unreadable" ? t.states.unreadable : t.states.badInput;
}

export function failureWords(error: unknown, t: Catalogue): FailureWords {
  if (!(error instanceof ApiError)) return { text: t.states.unreadable, details: [] };
  // Versions say nothing to a reader, and what has changed is on the page.
  if (isStale(error)) return { text: t.states.stale, details: [] };
  const details = error.details.map(({ path, expected }) => `${path}: expected ${expected}`);
  const own = error.status >= 400 && error.status < 500 && ![401, 403, 404].includes(error.status);
  return {
    text: textOf(error, t),
    details: details.length > 0 || !own ? details : [error.message],
  };
}
