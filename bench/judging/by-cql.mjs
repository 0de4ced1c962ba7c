// Knows how cql-execution, which fqm-execution is built on, computes the indicator by itself.
import { PatientSource } from "cql-exec-fhir";
import cql from "cql-execution";
import { PERIOD, readElm } from "./measure/assessment-measure.mjs";

export function cqlContender() {
  const library = new cql.Library(readElm());
  const period = new cql.Interval(
    cql.DateTime.parse(PERIOD.start),
    cql.DateTime.parse(PERIOD.end),
    true,
    true,
  );
  const executor = new cql.Executor(library, new cql.CodeService({}), {
    "Measurement Period": period,
  });
  return async (bundles) => {
    const source = PatientSource.FHIRv401();
    source.loadBundles(bundles);
    const { patientResults } = await executor.exec(source);
    const results = Object.values(patientResults);
    return {
      denominator: results.filter((result) => result.Denominator === true).length,
      numerator: results.filter((result) => result.Numerator === true).length,
    };
  };
}
