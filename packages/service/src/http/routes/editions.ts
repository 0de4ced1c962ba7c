// Knows the routes of the editions: a list, and each whole with its sources.
import { findEdition } from "@rettvei/definitions";
import type { Edition } from "@rettvei/engine";
import { Type } from "typebox";
import { AppError } from "../../app-error.ts";
import type { Store } from "../../store/store.ts";
import type { App } from "../app.ts";
import { isKnown } from "../cacheable.ts";
import {
  DateSchema,
  ErrorSchema,
  IdSchema,
  oneOf,
  orNull,
  SourceSchema,
  TextSchema,
} from "../schemas/basics.ts";
import { sourceView } from "../views/source-view.ts";

const SummarySchema = Type.Object({
  pathway: Type.String(),
  edition: DateSchema,
  name: TextSchema,
  status: oneOf(["in-force", "draft"]),
  typeCode: orNull(Type.String()),
  retiredFrom: orNull(DateSchema),
  note: orNull(TextSchema),
  conditions: Type.Array(Type.String(), {
    description: "Pathways whose own content a course may keep: what `condition` may say.",
  }),
  hash: Type.String(),
  source: SourceSchema,
});

const EditionsSchema = Type.Object({ hash: Type.String(), editions: Type.Array(SummarySchema) });

const WholeEditionSchema = Type.Object({
  edition: Type.Unsafe<Edition>({
    type: "object",
    description: "The edition as judging reads it: events, phases, rules, findings, checklists.",
  }),
  sources: Type.Record(
    Type.String(),
    Type.Object({ title: Type.String(), publisher: Type.String(), url: orNull(Type.String()) }),
    { description: "Every source that the edition refers to, by id." },
  ),
});

/** Ids of sources named anywhere in the edition. */
function refsIn(value: unknown, refs = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return refs;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "ref" && typeof inner === "string") refs.add(inner);
    else refsIn(inner, refs);
  }
  return refs;
}

function addListRoute(app: App, { judging: { bundle } }: Store): void {
  const schema = {
    summary: "All editions of all pathways",
    description: "Carries an ETag.",
    tags: ["definitions"],
    response: { 200: EditionsSchema, 304: Type.Null() },
  };
  app.get("/api/editions", { schema }, async (request, reply) => {
    if (isKnown(request, reply, bundle.hash)) return reply;
    const editions = bundle.editions.map((edition) => ({
      pathway: edition.pathway,
      edition: edition.edition,
      name: edition.name,
      status: edition.status,
      typeCode: edition.typeCode ?? null,
      retiredFrom: edition.retiredFrom ?? null,
      note: edition.note ?? null,
      conditions: edition.conditions.map(({ condition }) => condition),
      hash: edition.hash,
      source: sourceView(bundle, edition.source),
    }));
    return reply.send({ hash: bundle.hash, editions });
  });
}

function addWholeRoute(app: App, { judging: { bundle } }: Store): void {
  const schema = {
    summary: "One edition whole, with its sources",
    description: "Carries an ETag.",
    tags: ["definitions"],
    params: Type.Object({ pathway: IdSchema, edition: DateSchema }),
    response: { 200: WholeEditionSchema, 304: Type.Null(), 400: ErrorSchema, 404: ErrorSchema },
  };
  app.get("/api/editions/:pathway/:edition", { schema }, async (request, reply) => {
    const { pathway, edition: date } = request.params;
    const edition = findEdition(bundle, pathway, date);
    if (edition === undefined) {
      throw new AppError("not-found", "edition: expected one of /api/editions, got another");
    }
    if (isKnown(request, reply, bundle.hash)) return reply;
    const sources = [...refsIn(edition)].flatMap((ref) => {
      const source = bundle.sources[ref];
      if (source === undefined) return [];
      const { title, publisher, url } = source;
      return [[ref, { title, publisher, url: url ?? null }] as const];
    });
    return reply.send({ edition, sources: Object.fromEntries(sources) });
  });
}

export function addEditionRoutes(app: App, store: Store): void {
  addListRoute(app, store);
  addWholeRoute(app, store);
}
