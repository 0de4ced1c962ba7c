// Knows whether there is room for a table: in a wide window, and always on paper.
import { useSyncExternalStore } from "react";

const wide = window.matchMedia("(min-width: 62rem), print");

function subscribe(onChange: () => void): () => void {
  wide.addEventListener("change", onChange);
  return () => wide.removeEventListener("change", onChange);
}

export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}
