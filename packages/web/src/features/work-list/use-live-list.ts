// Knows when a colleague has changed rows that are shown: told at once, and shown only when the reader asks for it.
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { WorkRow } from "../../app/api/contract.ts";
import type { ListOf } from "./list-of.ts";
import { type ListPage, pageNow } from "./list-queries.ts";
import type { WorkListSearch } from "./work-list-search.ts";

interface NewPage {
  readonly key: QueryKey;
  readonly page: ListPage;
}

interface News {
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

export function useLiveList({ unitId }: ListOf, search: WorkListSearch): LiveList {
  const client = useQueryClient();
  const [news, setNews] = useState<News>();
  const [fresh, setFresh] = useState(NONE);
  const look = useRef<() => Promise<void>>(async () => undefined);
  look.current = async () => {
    const prefix = ["work-list", unitId ?? "own", search];
    const active = client.getQueryCache().findAll({ queryKey: prefix, type: "active" });
    const pages: NewPage[] = [];
    const courseIds = new Set<string>();
    for (const { queryKey } of active) {
      const shown = client.getQueryData<ListPage>(queryKey);
      const number = queryKey[3];
      if (shown === undefined || typeof number !== "number") continue;
      const page = await pageNow({ unitId }, search, number);
      for (const id of changedCourses(shown.rows, page.rows)) courseIds.add(id);
      pages.push({ key: queryKey, page });
    }
    setNews(courseIds.size === 0 ? undefined : { courseIds, pages });
  };
  useEffect(() => {
    const stream = new EventSource("/api/changes");
    let opened = false;
    // Open again after it was lost: what was told meanwhile was not heard.
    stream.onopen = () => {
      if (opened) void look.current().catch(() => undefined);
      opened = true;
    };
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      if (unitId === undefined || data.includes(JSON.stringify(unitId)))
        void look.current().catch(() => undefined);
    };
    return () => stream.close();
  }, [unitId]);
  const show = (): void => {
    for (const { key, page } of news?.pages ?? []) client.setQueryData(key, page);
    setFresh(news?.courseIds ?? NONE);
    setNews(undefined);
  };
  return { changed: news?.courseIds.size ?? 0, show, fresh };
}
