// Knows the page of running courses, a unit's or one's own: what must happen next, for whom, by when.
import "./work-list.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Texts } from "../../app/api/contract.ts";
import { textsQuery } from "../../app/api/queries.ts";
import { ApiError } from "../../app/api/request.ts";
import { forgetUnit, rememberList, rememberUnit } from "../../app/last-unit.ts";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { isEnough } from "../../components/patient-search.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { Filters } from "./filters.tsx";
import { InAndOut } from "./in-and-out.tsx";
import { ListHeading } from "./list-heading.tsx";
import type { ListOf } from "./list-of.ts";
import { type ListPage, listPageQuery } from "./list-queries.ts";
import { ListRows } from "./list-rows.tsx";
import { Hits, SearchBox } from "./search-box.tsx";
import { listTexts } from "./texts.ts";
import { PartChoice, ViewChoice } from "./view-choice.tsx";
import { ViewLine } from "./view-line.tsx";
import type { WorkListSearch } from "./work-list-search.ts";

export interface WorkListPageProps extends ListOf {
  readonly search: WorkListSearch;
}

function useFirstPage({ unitId, search }: WorkListPageProps) {
  const list = useQuery(listPageQuery({ unitId }, search, 0));
  const missing = list.error instanceof ApiError && list.error.status === 404;
  useEffect(() => {
    if (unitId === undefined) return;
    if (list.isSuccess) rememberUnit(unitId);
    else if (missing) forgetUnit();
  }, [unitId, list.isSuccess, missing]);
  useEffect(() => rememberList({ unitId, search }), [unitId, search]);
  return list;
}

interface BodyProps extends WorkListPageProps {
  readonly first: ListPage;
  readonly stale: boolean;
  readonly names: Texts | undefined;
}

function Body({ unitId, search, first, stale, names }: BodyProps) {
  const [words, setWords] = useState("");
  const inAndOut = search.view === "in-and-out" && unitId !== undefined;
  return (
    <>
      <SearchBox words={words} onChange={setWords} />
      {isEnough(words) ? (
        <Hits unitId={unitId} words={words} names={names} />
      ) : (
        <>
          <div className="list-tools">
            <ViewChoice unitId={unitId} search={search} counts={first.counts} />
            {!inAndOut && <Filters unitId={unitId} search={search} names={names} />}
          </div>
          <ViewLine unitId={unitId} search={search} names={names} />
          <PartChoice unitId={unitId} search={search} counts={first.counts} />
          {inAndOut ? (
            <InAndOut unitId={unitId} names={names} />
          ) : (
            <ListRows unitId={unitId} search={search} first={first} stale={stale} names={names} />
          )}
        </>
      )}
    </>
  );
}

export function WorkListPage(props: WorkListPageProps) {
  const { t } = useTexts();
  const own = useScreenTexts(listTexts);
  const names = useQuery(textsQuery);
  const list = useFirstPage(props);
  const first = list.data;
  return (
    <>
      <ListHeading unitId={props.unitId} first={first} ownTitle={own.own} />
      {list.isPending && <Loading />}
      {list.isError && (
        <Failure error={list.error} onRetry={() => void list.refetch()}>
          <Link to="/units">{t.notFound.toUnits}</Link>
        </Failure>
      )}
      {first !== undefined && (
        <Body {...props} first={first} stale={list.isPlaceholderData} names={names.data} />
      )}
    </>
  );
}
