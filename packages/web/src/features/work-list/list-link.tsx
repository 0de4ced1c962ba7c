// Knows the way to a part of a work list, a unit's or one's own.
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListOf } from "./list-of.ts";
import type { WorkListSearch } from "./work-list-search.ts";

interface ListLinkProps extends ListOf {
  readonly search: WorkListSearch;
  readonly className: string;
  readonly children: ReactNode;
}

const EXACT = { exact: true, includeSearch: true } as const;

export function ListLink({ unitId, search, className, children }: ListLinkProps) {
  const rest = { search, className, resetScroll: false, activeOptions: EXACT };
  return unitId === undefined ? (
    <Link to="/my-work-list" {...rest}>
      {children}
    </Link>
  ) : (
    <Link to="/units/$unitId" params={{ unitId }} {...rest}>
      {children}
    </Link>
  );
}

/** Shows another part of the list, in place of the one in the history. */
export function useShowList({ unitId }: ListOf): (search: WorkListSearch) => void {
  const navigate = useNavigate();
  return (search) => {
    const rest = { search, replace: true, resetScroll: false } as const;
    void (unitId === undefined
      ? navigate({ to: "/my-work-list", ...rest })
      : navigate({ to: "/units/$unitId", params: { unitId }, ...rest }));
  };
}
