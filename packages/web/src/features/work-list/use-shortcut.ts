// Knows a shortcut of one character, which can be turned off as such shortcuts must.
import { useEffect, useState } from "react";

const KEY = "rettvei.shortcuts";

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("input, textarea, select, [contenteditable]") !== null;

export function useShortcut(key: string, act: () => void): readonly [boolean, () => void] {
  const [on, setOn] = useState(() => localStorage.getItem(KEY) !== "off");
  useEffect(() => {
    if (!on) return undefined;
    const hear = (event: KeyboardEvent): void => {
      const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
      if (event.key !== key || !plain || isWriting(event.target)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  });
  const turn = (): void => {
    localStorage.setItem(KEY, on ? "off" : "on");
    setOn(!on);
  };
  return [on, turn];
}
