// Knows how a long list is put on paper: every row is fetched first, as only those near the eyes are there otherwise.
import { useEffect, useState } from "react";
import type { WorkRow } from "../../app/api/contract.ts";
import type { ListOf } from "./list-of.ts";
import { PAGE_SIZE, pageNow } from "./list-queries.ts";
import type { WorkListSearch } from "./work-list-search.ts";

/** More than anybody takes along on paper; a file holds them all. */
const MOST_ON_PAPER = 2_000;

async function allRows(of: ListOf, search: WorkListSearch): Promise<readonly WorkRow[]> {
  const rows: WorkRow[] = [];
  for (let page = 0; ; page++) {
    const next = await pageNow(of, search, page);
    rows.push(...next.rows);
    if (next.rows.length < PAGE_SIZE || rows.length >= MOST_ON_PAPER) return rows;
  }
}

interface Paper {
  readonly fetching: boolean;
  /** All rows, while they are being put on paper. */
  readonly rows: readonly WorkRow[] | undefined;
  readonly print: () => void;
}

export function usePaper(of: ListOf, search: WorkListSearch): Paper {
  const [fetching, setFetching] = useState(false);
  const [rows, setRows] = useState<readonly WorkRow[]>();
  useEffect(() => {
    if (rows === undefined) return;
    window.print();
    setRows(undefined);
  }, [rows]);
  const print = (): void => {
    setFetching(true);
    void allRows(of, search)
      .then(setRows, () => window.print())
      .finally(() => setFetching(false));
  };
  return { fetching, rows, print };
}
