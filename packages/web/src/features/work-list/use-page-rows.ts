// Knows the rows of a work list that are near the eyes: pages are asked for as they are scrolled to, and no others.
import { useQueries } from "@tanstack/react-query";
import type { WorkRow } from "../../app/api/contract.ts";
import type { ListOf } from "./list-of.ts";
import { type ListPage, listPageQuery, PAGE_SIZE } from "./list-queries.ts";
import type { WorkListSearch } from "./work-list-search.ts";

/** Pages that hold these rows, each once. */
export function pagesOf(indexes: readonly number[]): readonly number[] {
  return [...new Set(indexes.map((index) => Math.floor(index / PAGE_SIZE)))];
}

/** The row at a place; undefined while its page is fetched. */
export type RowAt = (index: number) => WorkRow | undefined;

export function usePageRows(
  of: ListOf,
  search: WorkListSearch,
  first: ListPage,
  indexes: readonly number[],
): RowAt {
  const pages = pagesOf(indexes).filter((page) => page > 0);
  const results = useQueries({ queries: pages.map((page) => listPageQuery(of, search, page)) });
  const rows = new Map(pages.map((page, at) => [page, results[at]?.data?.rows]));
  return (index) => {
    const page = Math.floor(index / PAGE_SIZE);
    return (page === 0 ? first.rows : rows.get(page))?.[index % PAGE_SIZE];
  };
}
