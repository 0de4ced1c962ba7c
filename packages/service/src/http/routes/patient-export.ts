// Knows the route by which everything about one patient is given out.
import { Type } from "typebox";
import { AppError } from "../../app-error.ts";
import { exportPatient } from "../../rights/export/export-patient.ts";
import { addReading } from "../add-reading.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import { EXPORT_REASONS, ExportQuerySchema, ExportSchema } from "../schemas/export.ts";

function refuseWithoutReason(found: string): never {
  throw new AppError("bad-input", "the request holds fields that are not as expected", [
    { path: "/reason", expected: `one of ${EXPORT_REASONS.join(", ")}`, found },
  ]);
}

export function addPatientExportRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/patients/:patientId/export",
    summary: "Everything about one patient, as it was written",
    description:
      "Registrations, facts and accesses in the order in which they were written, page by page. To the patient whole; to others what each of them may read, with a reason.",
    tag: "rights",
    params: Type.Object({ patientId: IdSchema }),
    query: ExportQuerySchema,
    answer: ExportSchema,
    about: ({ params }) => params,
    read: async ({ store, client, actor, params: { patientId }, query }) => {
      const own = actor.patientId === patientId;
      const reason = own ? "own" : (query.reason ?? refuseWithoutReason("nothing"));
      const exporting = { store, client, actor };
      const body = await exportPatient(exporting, patientId, query.after ?? 0);
      return { body, reason };
    },
  });
}
