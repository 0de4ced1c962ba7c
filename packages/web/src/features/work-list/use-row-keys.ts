// Knows how the keyboard moves between the rows of a long list of which only a window is drawn.
import type { Virtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

type Keys = Readonly<Record<string, (at: number, page: number, last: number) => number>>;

const MOVES: Keys = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, page) => at + page,
  PageUp: (at, page) => at - page,
  Home: () => 0,
  End: (_, __, last) => last,
};

/** Place in the list to which a key leads from another; undefined where it is no key of ours. */
export function moved(key: string, at: number, page: number, count: number): number | undefined {
  const move = MOVES[key];
  if (move === undefined) return undefined;
  return Math.max(0, Math.min(count - 1, move(at, page, count - 1)));
}

function placeOf(target: EventTarget): number | undefined {
  const row = target instanceof HTMLElement ? target.closest("[data-index]") : null;
  const index = row?.getAttribute("data-index");
  return index == null ? undefined : Number(index);
}

/** Keys are heard where a row has focus. The row they lead to gets it as soon as it is drawn. */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  virtualizer: Virtualizer<Window, Element>,
  count: number,
): (event: KeyboardEvent) => void {
  const wanted = useRef<number | undefined>(undefined);
  const focusWanted = (): void => {
    if (wanted.current === undefined) return;
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (link == null) return;
    wanted.current = undefined;
    link.focus();
  };
  useEffect(focusWanted);
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const from = wanted.current ?? placeOf(event.target);
    if (from === undefined) return;
    const page = Math.max(1, virtualizer.getVirtualItems().length - 2 * OVERSCAN);
    const to = moved(event.key, from, page, count);
    if (to === undefined) return;
    event.preventDefault();
    wanted.current = to;
    virtualizer.scrollToIndex(to, { align: "auto" });
    focusWanted();
  };
}

/** Rows drawn beyond each edge of the window. */
export const OVERSCAN = 8;
