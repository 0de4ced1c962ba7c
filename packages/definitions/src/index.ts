// The entry of the definitions: everything that other packages may use.
export * from "./bundle.ts";
export { canonicalHash, canonicalJson } from "./canonical-hash.ts";
export { checkCases } from "./cases/check-cases.ts";
export { loadCases } from "./cases/load-cases.ts";
export {
  composeCode,
  type ExplainedCode,
  explainCode,
  type Registration,
} from "./codes/joined-code.ts";
export * from "./definition-folder.ts";
export { diffEditions, type EditionChange } from "./diff/edition-diff.ts";
export { loadDefinitions } from "./load-definitions.ts";
export { osloDate, toInstant } from "./oslo-date.ts";
export { applyOverlay } from "./overlay/site-overlay.ts";
export { DefinitionsError, type Problem, problemLine } from "./problem.ts";
