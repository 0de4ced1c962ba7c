// Knows what a screen of a course says of itself to stand among the course's tabs.
import type { Language } from "@rettvei/engine";
import type { Role } from "../api/contract.ts";

export interface CourseTab {
  readonly name: Readonly<Record<Language, string>>;
  /** Below the course's own address: "" or "plan". */
  readonly path: string;
  /** Who finds it. */
  readonly roles: readonly Role[];
  /** Only of courses in whose edition this event can be registered. */
  readonly whereRegistrable?: string;
}
