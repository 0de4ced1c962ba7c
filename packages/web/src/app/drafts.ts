// Knows what was written in this window and not yet saved. It is never in the browser's storage: it is about a patient.
import { useState } from "react";

const drafts = new Map<string, unknown>();

/** As `useState`, but kept while the window lives; `undefined` forgets it. */
export function useDraft<T>(name: string): readonly [T | undefined, (next: T | undefined) => void] {
  // One name has one type: it is the screen's own.
  const [draft, setDraft] = useState(() => drafts.get(name) as T | undefined);
  const keep = (next: T | undefined): void => {
    if (next === undefined) drafts.delete(name);
    else drafts.set(name, next);
    setDraft(next);
  };
  return [draft, keep];
}
