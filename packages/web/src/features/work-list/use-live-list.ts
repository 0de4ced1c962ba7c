// Knows when a colleague has changed rows that are shown: told at once, and shown only when the reader asks for it.
import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { WorkRow } from "../../app/api/contract.ts";
import type { ListOf } from "./list-of.ts";
import { type ListPage, pageNow } from "./list-queries.ts";
import type { WorkListSearch } from "./work-list-search.ts";

interface NewPage {
  readonly key: QueryKey;
  readonly page: ListPage;
}

interface News {
  /** Of which view they are. */
  readonly of: string;
  readonly courseIds: ReadonlySet<string>;
  readonly pages: readonly NewPage[];
}

interface LiveList {
  /** Rows that are another than those shown. */
  readonly changed: number;
  readonly show: () => void;
  /** Courses whose change was shown last. */
  readonly fresh: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Courses whose rows came, went or became another. */
function changedCourses(shown: readonly WorkRow[], now: readonly WorkRow[]): readonly string[] {
  const rowOf = (rows: readonly WorkRow[]) =>
    new Map(rows.map((row) => [row.courseId, JSON.stringify(row)]));
  const [before, after] = [rowOf(shown), rowOf(now)];
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => before.get(id) !== after.get(id));
}

/** Pages of the view as they are now, each beside what is shown of it. */
async function comparedPages(client: QueryClient, of: ListOf, search: WorkListSearch) {
  const prefix = ["work-list", of.unitId ?? "own", search];
  const active = client.getQueryCache().findAll({ queryKey: prefix, type: "active" });
  const pages: (NewPage & { readonly shown: ListPage })[] = [];
  for (const { queryKey } of active) {
    const shown = client.getQueryData<ListPage>(queryKey);
    const number = queryKey[3];
    if (shown === undefined || typeof number !== "number") continue;
    pages.push({ key: queryKey, shown, page: await pageNow(of, search, number) });
  }
  return pages;
}

/** One after another, so that no older answer comes after a newer one; asked for meanwhile, once more at the end. */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
  let isWorking = false;
  let again = false;
  return async () => {
    again = true;
    if (isWorking) return;
    isWorking = true;
    try {
      while (again) {
        again = false;
        await work();
      }
    } finally {
      isWorking = false;
    }
  };
}

/** Looks what is new beside the rows that are shown. */
function useNews({ unitId }: ListOf, search: WorkListSearch) {
  const client = useQueryClient();
  const [news, setNews] = useState<News>();
  const of = JSON.stringify([unitId, search]);
  const look = useRef<() => Promise<void>>(async () => undefined);
  look.current = async () => {
    const pages = await comparedPages(client, { unitId }, search);
    // Read anew meanwhile, for instance after something was registered here: what is new is not new any more.
    if (pages.some(({ key, shown }) => client.getQueryData(key) !== shown)) return look.current();
    const ids = pages.flatMap(({ shown, page }) => changedCourses(shown.rows, page.rows));
    setNews(ids.length === 0 ? undefined : { of, courseIds: new Set(ids), pages });
  };
  const [inOrder] = useState(() => inTurn(() => look.current()));
  const lookNow = useCallback(() => void inOrder().catch(() => undefined), [inOrder]);
  return { news: news?.of === of ? news : undefined, setNews, lookNow };
}

/** `first` is what is shown of the first page. */
export function useLiveList(of: ListOf, search: WorkListSearch, first: ListPage): LiveList {
  const { unitId } = of;
  const client = useQueryClient();
  const [fresh, setFresh] = useState(NONE);
  const { news, setNews, lookNow } = useNews(of, search);
  const toldOf = useRef(first);
  useEffect(() => {
    // The list was read anew after the news were told: they may be in it.
    if (news !== undefined && toldOf.current !== first) lookNow();
    toldOf.current = first;
  }, [news, first, lookNow]);
  useEffect(() => {
    const stream = new EventSource("/api/changes");
    let opened = false;
    // Open again after it was lost: what was told meanwhile was not heard.
    stream.onopen = () => {
      if (opened) lookNow();
      opened = true;
    };
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      if (unitId === undefined || data.includes(JSON.stringify(unitId))) lookNow();
    };
    return () => stream.close();
  }, [unitId, lookNow]);
  const show = (): void => {
    for (const { key, page } of news?.pages ?? []) client.setQueryData(key, page);
    setFresh(news?.courseIds ?? NONE);
    setNews(undefined);
  };
  return { changed: news?.courseIds.size ?? 0, show, fresh };
}
