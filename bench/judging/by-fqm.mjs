// Knows how fqm-execution computes the indicator: a summary report, everything it can leave out left out.
import fqm from "fqm-execution";
import { measureBundle, PERIOD } from "./measure/assessment-measure.mjs";

const OPTIONS = {
  measurementPeriodStart: PERIOD.start,
  measurementPeriodEnd: PERIOD.end,
  reportType: "summary",
  calculateSDEs: false,
  calculateHTML: false,
  calculateClauseCoverage: false,
  verboseCalculationResults: false,
  trustMetaProfile: false,
  useElmJsonsCaching: true,
};

function countOf(report, code) {
  const found = report.group[0].population.find((one) => one.code.coding[0].code === code);
  return found.count;
}

export async function fqmContender(bundles) {
  const { results } = await fqm.Calculator.calculateMeasureReports(
    measureBundle(),
    bundles,
    OPTIONS,
  );
  const [report] = [results].flat();
  return {
    denominator: countOf(report, "denominator"),
    numerator: countOf(report, "numerator"),
  };
}
