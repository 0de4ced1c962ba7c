// Knows how a page of a work list is asked for, what a search in it finds, and how it is taken along.

import type { Language } from "@rettvei/engine";
import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Schemas } from "../../app/api/client.ts";
import type { WorkRow } from "../../app/api/contract.ts";
import type { ListOf } from "./list-of.ts";
import type { WorkListSearch } from "./work-list-search.ts";

export const PAGE_SIZE = 100;

interface ByGroup {
  readonly dated: number;
  readonly undated: number;
}

export interface ListCounts extends ByGroup {
  readonly over: number;
  readonly mine?: ByGroup;
  readonly notAssigned?: ByGroup;
}

export interface ListPage {
  readonly asOf: string;
  readonly unit?: { readonly name: string; readonly hfName: string | null };
  readonly counts: ListCounts;
  readonly rows: readonly Schemas["WorkListRow"][];
  /** Rows on all pages. */
  readonly found: number;
}

interface FoundRows {
  readonly asOf: string;
  readonly rows: readonly WorkRow[];
  readonly more: boolean;
}

function narrowing({ view, group, ...filters }: WorkListSearch) {
  return {
    ...filters,
    group: group ?? ("dated" as const),
    ...(view === "over" ? { over: "true" as const } : {}),
  };
}

function coordinated({ view }: WorkListSearch) {
  if (view === "mine") return { coordinated: "by-me" as const };
  return view === "not-assigned" ? { coordinated: "by-nobody" as const } : {};
}

function readPage(
  { unitId }: ListOf,
  search: WorkListSearch,
  page: number,
  signal?: AbortSignal,
): Promise<ListPage> {
  const stretch = { limit: PAGE_SIZE, skip: page * PAGE_SIZE };
  const heard = signal === undefined ? {} : { signal };
  if (unitId === undefined) {
    const query = { ...narrowing(search), ...stretch };
    return answered(api.GET("/api/my-work-list", { params: { query }, ...heard }));
  }
  const query = { ...narrowing(search), ...coordinated(search), ...stretch };
  const params = { path: { unitId }, query };
  return answered(api.GET("/api/units/{unitId}/work-list", { params, ...heard }));
}

/** Kept as it was read until the reader asks for what is new: rows do not move under the hand. */
export function listPageQuery({ unitId }: ListOf, search: WorkListSearch, page: number) {
  return queryOptions({
    queryKey: ["work-list", unitId ?? "own", search, page] as const,
    queryFn: ({ signal }) => readPage({ unitId }, search, page, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: page === 0 ? "always" : false,
    placeholderData: (previous, query) =>
      page === 0 && query?.queryKey[1] === (unitId ?? "own") ? previous : undefined,
  });
}

/** The same page as it is now, beside the one that is shown. */
export const pageNow = readPage;

/** A name is in no address: it is asked for with a body. */
export function searchQuery({ unitId }: ListOf, words: string) {
  return queryOptions({
    queryKey: ["work-list", unitId ?? "own", "search", words] as const,
    queryFn: ({ signal }): Promise<FoundRows> =>
      unitId === undefined
        ? answered(api.POST("/api/my-work-list/search", { body: { words }, signal }))
        : answered(
            api.POST("/api/units/{unitId}/work-list/search", {
              params: { path: { unitId } },
              body: { words },
              signal,
            }),
          ),
    gcTime: 0,
  });
}

export async function listAsFile(
  unitId: string,
  search: WorkListSearch,
  language: Language,
): Promise<string> {
  const query = { ...narrowing(search), ...coordinated(search), language };
  const params = { path: { unitId }, query };
  return (await answered(api.GET("/api/units/{unitId}/work-list/export", { params }))).csv;
}
