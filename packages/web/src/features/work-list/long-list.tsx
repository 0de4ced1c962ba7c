// Knows what a work list of any length is drawn from, and in which of two shapes.
import type { Texts } from "../../app/api/contract.ts";
import { useWideScreen } from "../../components/use-wide-screen.ts";
import type { ListOf } from "./list-of.ts";
import type { ListPage } from "./list-queries.ts";
import { LongCards } from "./long-cards.tsx";
import { LongTable } from "./long-table.tsx";
import type { WorkListSearch } from "./work-list-search.ts";

export interface LongListProps {
  readonly of: ListOf;
  readonly search: WorkListSearch;
  readonly first: ListPage;
  readonly names: Texts | undefined;
  readonly dated: boolean;
  /** Says which list this is. */
  readonly label: string;
  /** Courses whose rows have just changed. */
  readonly fresh: ReadonlySet<string>;
}

export function LongList(props: LongListProps) {
  return useWideScreen() ? <LongTable {...props} /> : <LongCards {...props} />;
}
