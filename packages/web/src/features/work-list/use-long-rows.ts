// Knows the rows of a long list that are drawn, whatever their shape: which, in how high a list, and how keys move.
import type { LongListProps } from "./long-list.tsx";
import { usePageRows } from "./use-page-rows.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { useWindowRows } from "./use-window-rows.ts";

/** The height is that of a row before it has been measured, in pixels. */
export function useLongRows<E extends HTMLElement>(
  { of, search, first }: LongListProps,
  rowHeight: number,
) {
  const rows = useWindowRows<E>(first.found, rowHeight);
  const rowAt = usePageRows(of, search, first, rows.indexes);
  const onKeyDown = useRowKeys(rows.list, rows.virtualizer, first.found);
  return { ...rows, rowAt, onKeyDown };
}
