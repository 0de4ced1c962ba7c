// Knows the button below a list that is fetched page by page; there is none once all of it is shown.
import type { InfiniteQueryObserverResult } from "@tanstack/react-query";

type Paged = Pick<
  InfiniteQueryObserverResult,
  "hasNextPage" | "isFetchingNextPage" | "fetchNextPage"
>;

export function MoreButton({ of, children }: { readonly of: Paged; readonly children: string }) {
  if (!of.hasNextPage) return null;
  return (
    <p>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-disabled={of.isFetchingNextPage}
        onClick={() => {
          if (!of.isFetchingNextPage) void of.fetchNextPage();
        }}
      >
        {children}
      </button>
    </p>
  );
}
