// Knows that what is shown has the same fields as what is known, though its type may be changed.

type Plain = string | number | boolean | null | undefined;

/** The type without its `readonly`s, all the way down. */
export type Mutable<T> = T extends Plain ? T : { -readonly [Key in keyof T]: Mutable<T[Key]> };

/** The same value as the schemas' types want it: they know no `readonly`. It is sent, and nobody changes it. */
export function mutable<T>(value: T): Mutable<T> {
  return value as Mutable<T>;
}
