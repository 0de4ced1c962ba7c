// Knows how a source is shown.
import type { Bundle } from "@rettvei/definitions";
import type { SourceRef } from "@rettvei/engine";
import type { SourceView } from "../schemas/basics.ts";

export function sourceView({ sources }: Pick<Bundle, "sources">, source: SourceRef): SourceView {
  const known = sources[source.ref];
  return {
    ref: source.ref,
    title: known?.title ?? source.ref,
    url: known?.url ?? null,
    publisher: known?.publisher ?? null,
    section: source.section ?? null,
    evidence: source.evidence,
    lastChecked: source.lastChecked ?? null,
  };
}
