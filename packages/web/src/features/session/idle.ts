// Knows when somebody has left the page alone for too long, in this window and all others of the browser.
import { useEffect } from "react";

const KEY = "rettvei.active";
const NOTED_EVERY_MS = 5_000;
const LOOK_EVERY_MS = 10_000;

function lastActive(): number {
  return Number(localStorage.getItem(KEY) ?? 0);
}

function noteActivity(): void {
  const now = Date.now();
  if (now - lastActive() >= NOTED_EVERY_MS) localStorage.setItem(KEY, String(now));
}

/** Calls `onIdle` when nobody has pressed a key or pointed anywhere for so many minutes; never for undefined. */
export function useIdle(minutes: number | undefined, onIdle: () => void): void {
  useEffect(() => {
    if (minutes === undefined) return;
    noteActivity();
    const look = (): void => {
      if (Date.now() - lastActive() >= minutes * 60_000) onIdle();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    const signs = ["pointerdown", "keydown"] as const;
    for (const sign of signs) addEventListener(sign, noteActivity);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, noteActivity);
    };
  }, [minutes, onIdle]);
}
