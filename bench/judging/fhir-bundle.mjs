// Knows a course as FHIR R4: a patient and one Procedure for each event, those taken away marked as entered in error.
import { isVoid } from "@rettvei/engine";

function concept(system, code) {
  return { coding: [{ system: `urn:rettvei:bench:${system}`, code }] };
}

function procedureOf(log, record, counted) {
  const reference = `Patient/${log.courseId}`;
  return {
    resourceType: "Procedure",
    id: record.recordId,
    status: counted === undefined ? "entered-in-error" : "completed",
    code: concept("event", `${log.pathway}/${record.event}`),
    subject: { reference },
    performedDateTime: record.occurredOn,
    ...(counted?.careLevel && { category: concept("care-level", counted.careLevel) }),
    ...(record.grantedFor && { outcome: concept("granted-for", record.grantedFor) }),
  };
}

/** One bundle of one course; the course stands for the patient, as the measure counts courses. */
export function fhirBundle({ log, course }) {
  const counted = new Map(course.counted.map((at) => [at.record.recordId, at]));
  const procedures = log.records
    .filter((record) => !isVoid(record))
    .map((record) => procedureOf(log, record, counted.get(record.recordId)));
  const patient = { resourceType: "Patient", id: log.courseId };
  return {
    resourceType: "Bundle",
    type: "collection",
    entry: [patient, ...procedures].map((resource) => ({ resource })),
  };
}
