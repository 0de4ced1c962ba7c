// Knows what a fact is: something that was told of a course, a patient or a unit, by whom and when.
import type { CalendarDate } from "@rettvei/engine";
import type { Static, TSchema } from "typebox";
import type { Writer } from "../access/actor.ts";

/** A kind of fact and the shape of what it tells. */
export interface FactKind<Body extends TSchema = TSchema> {
  readonly kind: string;
  readonly body: Body;
}

export function factKind<Body extends TSchema>(kind: string, body: Body): FactKind<Body> {
  return { kind, body };
}

/** What a fact concerns. */
export interface About {
  /** The thing that it tells of: a referral, a plan, a transfer. */
  readonly matterId: string;
  readonly patientId: string | null;
  readonly courseId: string | null;
  readonly unitId: string | null;
}

export interface Fact<Body = unknown> extends About {
  /** Greater than that of every fact and record told before. */
  readonly seq: number;
  readonly factId: string;
  readonly kind: string;
  readonly happenedOn: CalendarDate;
  /** Instant in UTC. */
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly recordedAs: Writer["role"];
  readonly body: Body;
}

export function isOfKind<Body extends TSchema>(
  fact: Fact,
  { kind }: FactKind<Body>,
): fact is Fact<Static<Body>> {
  return fact.kind === kind;
}

/** The last fact of the kind among facts in order. */
export function lastOfKind<Body extends TSchema>(
  facts: readonly Fact[],
  kind: FactKind<Body>,
): Fact<Static<Body>> | undefined {
  return facts.filter((fact): fact is Fact<Static<Body>> => isOfKind(fact, kind)).at(-1);
}
