// Knows the rows of a view with what is said of them: how many, in which order, and what has changed since.
import type { Texts } from "../../app/api/contract.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { ListLink } from "./list-link.tsx";
import type { ListOf } from "./list-of.ts";
import type { ListPage } from "./list-queries.ts";
import { LongList } from "./long-list.tsx";
import { TakeAlong } from "./take-along.tsx";
import { listTexts } from "./texts.ts";
import { useLiveList } from "./use-live-list.ts";
import { usePaper } from "./use-paper.ts";
import { isFiltered, type WorkListSearch } from "./work-list-search.ts";
import { WorkRows } from "./work-rows.tsx";

interface ListRowsProps extends ListOf {
  readonly search: WorkListSearch;
  readonly first: ListPage;
  /** What is shown is of the view before; the new one is on its way. */
  readonly stale: boolean;
  readonly names: Texts | undefined;
}

function Nothing({ unitId, search, first }: Omit<ListRowsProps, "names" | "stale">) {
  const { t } = useTexts();
  const own = useScreenTexts(listTexts);
  const { undated } = first.counts;
  const all = search.view === undefined && search.group === undefined;
  const none = unitId === undefined && undated === 0 ? own.ownEmpty : t.list.empty;
  return (
    <p className="empty">
      {isFiltered(search) ? t.list.emptyFiltered : none}{" "}
      {all && undated > 0 && (
        <ListLink unitId={unitId} search={{ ...search, group: "undated" }} className="ds-link">
          {t.list.seeUndated(undated)}
        </ListLink>
      )}
    </p>
  );
}

export function ListRows({ unitId, search, first, stale, names }: ListRowsProps) {
  const { t } = useTexts();
  const own = useScreenTexts(listTexts);
  const of = { unitId };
  const paper = usePaper(of, search);
  const live = useLiveList(of, search, first);
  const dated = search.group === undefined;
  const label = dated ? t.list.dated : t.list.undated;
  const shared = { names, dated, label };
  return (
    <>
      <div className="list-line">
        <p className="list-hint subtle">
          <span role="status">{own.rows(first.found)}</span> ·{" "}
          {dated ? t.list.datedHint : t.list.undatedHint}{" "}
          <span className="list-keys">{own.keys}</span>
        </p>
        <TakeAlong
          {...of}
          search={search}
          asOf={first.asOf}
          printing={paper.fetching}
          onPrint={paper.print}
        />
      </div>
      <div role="status" className={live.changed > 0 ? "list-news" : ""}>
        {live.changed > 0 && (
          <>
            {own.changed(live.changed)}
            <button
              type="button"
              className="ds-button"
              data-variant="secondary"
              data-size="sm"
              onClick={live.show}
            >
              {own.show}
            </button>
          </>
        )}
      </div>
      <div className="rows" aria-busy={stale}>
        {first.rows.length === 0 ? (
          <Nothing unitId={unitId} search={search} first={first} />
        ) : paper.rows === undefined ? (
          <LongList
            key={JSON.stringify(search)}
            of={of}
            search={search}
            first={first}
            fresh={live.fresh}
            {...shared}
          />
        ) : (
          <WorkRows rows={paper.rows} asOf={first.asOf} {...shared} />
        )}
      </div>
    </>
  );
}
