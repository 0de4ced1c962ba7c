// Knows the indicator as a FHIR Measure with its library, compiled from the CQL beside this file.
import { readFileSync } from "node:fs";

const ELM_FILE = new URL("./assessment-within-42-days.elm.json", import.meta.url);
const LIBRARY = "urn:rettvei:bench:Library/AssessmentWithin42Days";

export const PERIOD = { start: "2019-01-01", end: "2024-12-31" };

export function readElm() {
  return JSON.parse(readFileSync(ELM_FILE, "utf8"));
}

function population(code, expression) {
  const system = "http://terminology.hl7.org/CodeSystem/measure-population";
  return {
    code: { coding: [{ system, code }] },
    criteria: { language: "text/cql-identifier", expression },
  };
}

const MEASURE = {
  resourceType: "Measure",
  id: "AssessmentWithin42Days",
  url: "urn:rettvei:bench:Measure/AssessmentWithin42Days",
  status: "draft",
  library: [LIBRARY],
  scoring: {
    coding: [
      { system: "http://terminology.hl7.org/CodeSystem/measure-scoring", code: "proportion" },
    ],
  },
  group: [
    {
      population: [
        population("initial-population", "Initial Population"),
        population("denominator", "Denominator"),
        population("numerator", "Numerator"),
      ],
    },
  ],
};

export function measureBundle() {
  const data = Buffer.from(readFileSync(ELM_FILE)).toString("base64");
  const library = {
    resourceType: "Library",
    id: "AssessmentWithin42Days",
    url: LIBRARY,
    status: "draft",
    type: {
      coding: [
        { system: "http://terminology.hl7.org/CodeSystem/library-type", code: "logic-library" },
      ],
    },
    content: [{ contentType: "application/elm+json", data }],
  };
  return {
    resourceType: "Bundle",
    type: "collection",
    entry: [{ resource: MEASURE }, { resource: library }],
  };
}
