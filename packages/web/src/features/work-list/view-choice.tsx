// Knows the views of a work list, each with its count in sight.
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { ListLink } from "./list-link.tsx";
import type { ListOf } from "./list-of.ts";
import type { ListCounts } from "./list-queries.ts";
import { listTexts } from "./texts.ts";
import { filtersOf, type WorkListSearch } from "./work-list-search.ts";

interface ViewTab {
  readonly name: string;
  readonly search: Pick<WorkListSearch, "view" | "group">;
  readonly count: number | undefined;
  /** Shown also as chosen with these. */
  readonly current: boolean;
}

function useTabs(search: WorkListSearch, counts: ListCounts): readonly ViewTab[] {
  const t = useScreenTexts(listTexts);
  const { mine, notAssigned } = counts;
  const { view, group } = search;
  const tab = (
    name: string,
    own: ViewTab["search"],
    count: number | undefined,
    current = view === own.view && (view !== undefined || group === own.group),
  ): ViewTab => ({ name, search: own, count, current });
  return [
    tab(t.all, {}, counts.dated),
    ...(mine === undefined ? [] : [tab(t.mine, { view: "mine" }, mine.dated + mine.undated)]),
    ...(notAssigned === undefined
      ? []
      : [tab(t.notAssigned, { view: "not-assigned" }, notAssigned.dated + notAssigned.undated)]),
    tab(t.over, { view: "over" }, counts.over),
    tab(t.undated, { group: "undated" }, counts.undated),
    ...(mine === undefined ? [] : [tab(t.inAndOut, { view: "in-and-out" }, undefined)]),
  ];
}

export function ViewChoice({
  unitId,
  search,
  counts,
}: ListOf & { readonly search: WorkListSearch; readonly counts: ListCounts }) {
  const t = useScreenTexts(listTexts);
  const filters = filtersOf(search);
  return (
    <nav aria-label={t.views} className="groups">
      {useTabs(search, counts).map(({ name, search: own, count, current }) => (
        <ListLink
          key={name}
          unitId={unitId}
          search={{ ...filters, ...own }}
          className={current ? "group group-current" : "group"}
        >
          {name} {count !== undefined && <span className="group-count">{count}</span>}
        </ListLink>
      ))}
    </nav>
  );
}

/** With a date, or without one: of the courses that are mine, or nobody's. */
export function PartChoice({
  unitId,
  search,
  counts,
}: ListOf & { readonly search: WorkListSearch; readonly counts: ListCounts }) {
  const t = useScreenTexts(listTexts);
  const of = search.view === "mine" ? counts.mine : counts.notAssigned;
  if (of === undefined || (search.view !== "mine" && search.view !== "not-assigned")) return null;
  const { group: _, ...dated } = search;
  return (
    <nav aria-label={t.part} className="groups parts">
      <ListLink unitId={unitId} search={dated} className="group">
        {t.withDate} <span className="group-count">{of.dated}</span>
      </ListLink>
      <ListLink unitId={unitId} search={{ ...dated, group: "undated" }} className="group">
        {t.withoutDate} <span className="group-count">{of.undated}</span>
      </ListLink>
    </nav>
  );
}
