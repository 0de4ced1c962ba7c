// Knows which rows of a long list are drawn: those in the window and a few around, in a list as high as all of them.
import { useWindowVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { OVERSCAN } from "./use-row-keys.ts";

interface WindowRows<E extends HTMLElement> {
  readonly list: RefObject<E | null>;
  readonly virtualizer: Virtualizer<Window, Element>;
  readonly indexes: readonly number[];
  /** Height of what is left out before and after, in pixels. */
  readonly before: number;
  readonly after: number;
}

export function useWindowRows<E extends HTMLElement>(
  count: number,
  rowHeight: number,
): WindowRows<E> {
  const list = useRef<E>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const now = (list.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    if (Math.abs(now - top) > 1) setTop(now);
  });
  const virtualizer: Virtualizer<Window, Element> = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: top,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return {
    list,
    virtualizer,
    indexes: items.map(({ index }) => index),
    before: first === undefined ? 0 : first.start - top,
    after: last === undefined ? 0 : virtualizer.getTotalSize() - (last.end - top),
  };
}
