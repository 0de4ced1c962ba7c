// Knows the route of the display texts.
import { SEVERITIES_OF_FINDINGS, STANDINGS } from "@rettvei/engine";
import { Type } from "typebox";
import type { Store } from "../../store/store.ts";
import type { App } from "../app.ts";
import { isKnown } from "../cacheable.ts";
import { oneOf, orNull, TextSchema } from "../schemas/basics.ts";
import { textsView } from "../views/texts-view.ts";

const EventTextsSchema = Type.Object({
  name: TextSchema,
  outcomes: Type.Record(Type.String(), TextSchema),
});

const TextsSchema = Type.Object({
  pathways: Type.Record(
    Type.String(),
    Type.Object({ name: TextSchema, typeCode: orNull(Type.String()) }),
  ),
  phases: Type.Record(Type.String(), TextSchema, { description: "By pathway/phase." }),
  events: Type.Record(Type.String(), EventTextsSchema),
  rules: Type.Record(
    Type.String(),
    Type.Object({
      title: TextSchema,
      standing: oneOf(STANDINGS),
      count: orNull(oneOf(["calendar-days", "working-days"])),
    }),
  ),
  findings: Type.Record(
    Type.String(),
    Type.Object({ message: TextSchema, severity: oneOf(SEVERITIES_OF_FINDINGS) }),
  ),
});

export function addTextsRoute(app: App, { judging: { bundle } }: Store): void {
  const texts = textsView(bundle);
  const schema = {
    summary: "Display texts of pathways, phases, events, rules and findings",
    description: "Of the newest editions. Carries an ETag.",
    tags: ["definitions"],
    response: { 200: TextsSchema, 304: Type.Null() },
  };
  app.get("/api/texts", { schema }, async (request, reply) => {
    if (!isKnown(request, reply, bundle.hash)) return reply.send(texts);
    return reply;
  });
}
