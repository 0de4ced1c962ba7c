// Knows the two groups of a work list, each with its count in sight.
import { Link } from "@tanstack/react-router";
import type { WorkListPage } from "../../app/api/contract.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import type { WorkListSearch } from "./work-list-search.ts";

function GroupLink({
  unitId,
  search,
  name,
  count,
}: {
  readonly unitId: string;
  readonly search: WorkListSearch;
  readonly name: string;
  readonly count: number;
}) {
  return (
    <Link
      to="/units/$unitId"
      params={{ unitId }}
      search={search}
      className="group"
      resetScroll={false}
      activeOptions={{ exact: true, includeSearch: true }}
    >
      {name} <span className="group-count">{count}</span>
    </Link>
  );
}

export function GroupChoice({
  unitId,
  search,
  counts,
}: {
  readonly unitId: string;
  readonly search: WorkListSearch;
  readonly counts: WorkListPage["counts"];
}) {
  const { t } = useTexts();
  const { group: _, ...filters } = search;
  return (
    <nav aria-label={t.list.groups} className="groups">
      <GroupLink unitId={unitId} search={filters} name={t.list.dated} count={counts.dated} />
      <GroupLink
        unitId={unitId}
        search={{ ...filters, group: "undated" }}
        name={t.list.undated}
        count={counts.undated}
      />
      {counts.over > 0 && <span className="groups-over">{t.list.over(counts.over)}</span>}
    </nav>
  );
}
