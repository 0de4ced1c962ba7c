// Knows the views that somebody has saved in this browser: words of filters only, named by what they are.
import { useState } from "react";
import { type WorkListSearch, workListSearch } from "./work-list-search.ts";

const KEY = "rettvei.views";
const MOST = 12;

/** Views as they were written down; what is no view of ours is left out. */
export function viewsIn(text: string | null): readonly WorkListSearch[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(found)) return [];
    const objects = found.filter((one) => typeof one === "object" && one !== null);
    return objects.slice(0, MOST).map((one) => workListSearch(one));
  } catch {
    return [];
  }
}

export const sameView = (a: WorkListSearch, b: WorkListSearch): boolean => {
  const said = (one: WorkListSearch) => JSON.stringify(Object.entries(one).sort());
  return said(a) === said(b);
};

interface SavedViews {
  readonly views: readonly WorkListSearch[];
  readonly save: (view: WorkListSearch) => void;
  readonly remove: (view: WorkListSearch) => void;
}

export function useSavedViews(): SavedViews {
  const [views, setViews] = useState(() => viewsIn(localStorage.getItem(KEY)));
  const keep = (next: readonly WorkListSearch[]): void => {
    localStorage.setItem(KEY, JSON.stringify(next));
    setViews(next);
  };
  const without = (view: WorkListSearch) => views.filter((one) => !sameView(one, view));
  return {
    views,
    save: (view) => keep([...without(view), view].slice(-MOST)),
    remove: (view) => keep(without(view)),
  };
}
