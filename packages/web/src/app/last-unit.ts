// Knows which unit the reader looked at last.
const KEY = "rettvei.unit";

export function lastUnit(): string | undefined {
  return localStorage.getItem(KEY) ?? undefined;
}

export function rememberUnit(unitId: string): void {
  localStorage.setItem(KEY, unitId);
}

export function forgetUnit(): void {
  localStorage.removeItem(KEY);
}
