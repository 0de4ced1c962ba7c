// Knows the route that tells whether the service is well, and as of which day it answers.
import { Type } from "typebox";
import { type Store, today } from "../../store/store.ts";
import type { App } from "../app.ts";
import { DateSchema, oneOf } from "../schemas/basics.ts";

const HealthSchema = Type.Object({
  status: oneOf(["ok"]),
  asOf: DateSchema,
  database: oneOf(["embedded", "external"]),
  editionHash: Type.String({ description: "Of all editions together." }),
});

export function addHealthRoute(app: App, store: Store): void {
  const schema = {
    summary: "Whether the service is well",
    tags: ["service"],
    response: { 200: HealthSchema },
  };
  app.get("/api/health", { schema }, async () => {
    await store.database.pool.query("SELECT 1");
    const { kind } = store.database;
    return {
      status: "ok" as const,
      asOf: today(store),
      database: kind,
      editionHash: store.judging.bundle.hash,
    };
  });
}
