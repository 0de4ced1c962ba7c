// Knows the route by which lists learn at once that a colleague has registered something.
import { Type } from "typebox";
import { endStreams, streamUnits } from "../../live/unit-stream.ts";
import { addGuarded, type Guard, guarded } from "../guarded.ts";
import { ErrorSchema } from "../schemas/basics.ts";

const ROUTE = "GET /api/changes";

const ListenedSchema = Type.Object(
  { unitIds: Type.Array(Type.String(), { description: "Units that whoever asks hears of." }) },
  { examples: [{ unitIds: ["9900001"] }] },
);

const ERRORS = [400, 401, 403, 404, 503];

const SCHEMA = {
  summary: "Which units have just changed, as they do",
  description:
    "As `text/event-stream`: one event with ids of units for each change, until the session ends. Otherwise the units that one would hear of.",
  tags: ["units"],
  response: {
    200: ListenedSchema,
    ...Object.fromEntries(ERRORS.map((status) => [status, ErrorSchema])),
  },
};

export function addChangesRoute(guard: Guard): void {
  guard.app.addHook("preClose", async () => endStreams());
  addGuarded(guard, {
    method: "GET",
    url: "/api/changes",
    schema: SCHEMA,
    handler: async (request, reply) => {
      const { unitIds } = await guarded(guard, request, ROUTE, {}, async ({ actor }) => ({
        unitIds: actor.unitIds,
        patientIds: [],
      }));
      if (!(request.headers.accept ?? "").includes("text/event-stream")) return { unitIds };
      const stillIn = guard.stillIn ?? (async () => true);
      const { changes } = guard.store.database;
      await streamUnits(reply, { changes, unitIds, stillIn: () => stillIn(request) });
      return reply;
    },
  });
}
