// Knows the page of a unit's running courses: what must happen next, for whom, by when.
import "./work-list.css";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { WorkListPage as Page, Texts } from "../../app/api/contract.ts";
import { textsQuery, workListQuery } from "../../app/api/queries.ts";
import { ApiError } from "../../app/api/request.ts";
import { forgetUnit, rememberList, rememberUnit } from "../../app/last-unit.ts";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useWideScreen } from "../../components/use-wide-screen.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { Filters } from "./filters.tsx";
import { GroupChoice } from "./group-choice.tsx";
import { WorkCards } from "./work-cards.tsx";
import type { WorkListSearch } from "./work-list-search.ts";
import { WorkTable } from "./work-table.tsx";

interface PageProps {
  readonly unitId: string;
  readonly search: WorkListSearch;
}

function useWorkList({ unitId, search }: PageProps) {
  const { group = "dated", pathway, phase } = search;
  const list = useInfiniteQuery(workListQuery({ unitId, group, pathway, phase }));
  const missing = list.error instanceof ApiError && list.error.status === 404;
  useEffect(() => {
    if (list.isSuccess) rememberUnit(unitId);
    else if (missing) forgetUnit();
  }, [unitId, list.isSuccess, missing]);
  useEffect(() => rememberList({ unitId, search }), [unitId, search]);
  return list;
}

function UnitHeading({ page }: { readonly page: Page | undefined }) {
  const { t } = useTexts();
  const name = page?.unit.name ?? t.list.title;
  return (
    <div className="list-heading">
      <PageHeading title={name}>
        <span className="list-kind">{t.list.title}</span> {page?.unit.name}
      </PageHeading>
      <p className="subtle">
        {page?.unit.hfName && <>{page.unit.hfName} · </>}
        {page !== undefined && (
          <>
            {t.list.asOf} <DateText on={page.asOf} /> ·{" "}
          </>
        )}
        <Link to="/units" className="ds-link">
          {t.list.change}
        </Link>
      </p>
    </div>
  );
}

interface RowsViewProps extends PageProps {
  readonly pages: readonly Page[];
  readonly first: Page;
  readonly names: Texts | undefined;
}

function Rows({ pages, first, names, search, unitId }: RowsViewProps) {
  const { t } = useTexts();
  const wide = useWideScreen();
  const dated = search.group !== "undated";
  const rows = pages.flatMap((page) => page.rows);
  if (rows.length === 0) {
    const filtered = (search.pathway ?? search.phase) !== undefined;
    return (
      <p className="empty">
        {filtered ? t.list.emptyFiltered : t.list.empty}{" "}
        {dated && first.counts.undated > 0 && (
          <Link
            to="/units/$unitId"
            params={{ unitId }}
            search={{ ...search, group: "undated" }}
            className="ds-link"
          >
            {t.list.seeUndated(first.counts.undated)}
          </Link>
        )}
      </p>
    );
  }
  const label = dated ? t.list.dated : t.list.undated;
  const props = { rows, dated, label, asOf: first.asOf, names };
  return wide ? <WorkTable {...props} /> : <WorkCards {...props} />;
}

function MoreRows({
  shown,
  all,
  busy,
  onMore,
}: {
  readonly shown: number;
  readonly all: number;
  readonly busy: boolean;
  readonly onMore: (() => void) | undefined;
}) {
  const { t } = useTexts();
  return (
    <div className="more">
      <p role="status" className="subtle">
        {t.list.shown(shown, all)}
      </p>
      {onMore !== undefined && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          data-color="accent"
          aria-disabled={busy}
          onClick={() => busy || onMore()}
        >
          {busy ? t.states.loading : t.list.more}
        </button>
      )}
    </div>
  );
}

export function WorkListPage(props: PageProps) {
  const { t } = useTexts();
  const names = useQuery(textsQuery);
  const list = useWorkList(props);
  const pages = list.data?.pages ?? [];
  const first = pages[0];
  const dated = props.search.group !== "undated";
  return (
    <>
      <UnitHeading page={first} />
      {list.isPending && <Loading />}
      {list.isError && (
        <Failure error={list.error} onRetry={() => void list.refetch()}>
          <Link to="/units">{t.notFound.toUnits}</Link>
        </Failure>
      )}
      {first !== undefined && (
        <>
          <div className="list-tools">
            <GroupChoice {...props} counts={first.counts} />
            <Filters {...props} names={names.data} />
          </div>
          <p className="list-hint subtle">{dated ? t.list.datedHint : t.list.undatedHint}</p>
          <div
            className="rows"
            data-stale={list.isPlaceholderData}
            aria-busy={list.isPlaceholderData}
          >
            <Rows {...props} pages={pages} first={first} names={names.data} />
          </div>
          <MoreRows
            shown={pages.reduce((sum, page) => sum + page.rows.length, 0)}
            all={dated ? first.counts.dated : first.counts.undated}
            busy={list.isFetchingNextPage}
            onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          />
        </>
      )}
    </>
  );
}
