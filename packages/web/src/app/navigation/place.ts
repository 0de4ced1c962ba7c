// Knows what a screen says of itself to be found: its name, for whom it is, and where it is.
import type { Language } from "@rettvei/engine";
import type { HeldRole, Role } from "../api/contract.ts";

export interface Place {
  readonly name: Readonly<Record<Language, string>>;
  /** Who finds it in the header. */
  readonly roles: readonly Role[];
  /** For whom it is the first page after logging in. */
  readonly homeOf?: readonly Role[];
  /** Its address for who holds the role; undefined where there is none for them. */
  readonly address: (held: HeldRole) => string | undefined;
}
