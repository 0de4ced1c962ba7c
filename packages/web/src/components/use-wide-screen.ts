// Knows whether the window is wide enough for a table.
import { useSyncExternalStore } from "react";

const wide = window.matchMedia("(min-width: 62rem)");

function subscribe(onChange: () => void): () => void {
  wide.addEventListener("change", onChange);
  return () => wide.removeEventListener("change", onChange);
}

export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}
