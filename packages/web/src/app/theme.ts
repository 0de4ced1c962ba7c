// Knows whether the page is light or dark: as the system says, until the reader says otherwise.
import { useState } from "react";

export type Theme = "auto" | "light" | "dark";

const KEY = "rettvei.theme";
const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

export function keptTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "auto";
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.colorScheme = theme;
}

/** Paper is white: while the page is printed it is light, whatever the reader chose. */
export function printLight(): void {
  window.addEventListener("beforeprint", () => applyTheme("light"));
  window.addEventListener("afterprint", () => applyTheme(keptTheme()));
}

/** Whether the page is dark, and how to turn it. A choice equal to the system's is not kept. */
export function useDarkTheme(): readonly [boolean, () => void] {
  const [theme, setTheme] = useState(keptTheme);
  const dark = theme === "auto" ? systemDark.matches : theme === "dark";
  const turn = (): void => {
    const wanted = dark ? "light" : "dark";
    const next = (wanted === "dark") === systemDark.matches ? "auto" : wanted;
    if (next === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
    applyTheme(next);
    setTheme(next);
  };
  return [dark, turn];
}
