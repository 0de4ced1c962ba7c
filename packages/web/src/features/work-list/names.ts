// Knows where the names of pathways, phases and events in the work list come from.
import type { Text } from "@rettvei/engine";
import type { Texts } from "../../app/api/contract.ts";

export interface Choice {
  readonly id: string;
  readonly name: Text;
}

const sameInAll = (id: string): Text => ({ nb: id, nn: id, en: id });

export function pathwayName(texts: Texts | undefined, pathway: string): Text {
  return texts?.pathways[pathway]?.name ?? sameInAll(pathway);
}

export function phaseName(texts: Texts | undefined, pathway: string, phase: string): Text {
  return texts?.phases[`${pathway}/${phase}`] ?? sameInAll(phase);
}

export function eventName(texts: Texts | undefined, event: string): Text {
  return texts?.events[event]?.name ?? sameInAll(event);
}

export function pathwayChoices(texts: Texts | undefined): readonly Choice[] {
  return Object.entries(texts?.pathways ?? {}).map(([id, { name }]) => ({ id, name }));
}

/** Phases of one pathway, or of all with each id once. */
export function phaseChoices(
  texts: Texts | undefined,
  pathway: string | undefined,
): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const [key, name] of Object.entries(texts?.phases ?? {})) {
    const slash = key.indexOf("/");
    const id = key.slice(slash + 1);
    const wanted = pathway === undefined || pathway === key.slice(0, slash);
    if (wanted && !found.has(id)) found.set(id, { id, name });
  }
  return [...found.values()];
}
