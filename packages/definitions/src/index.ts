// The entry of the definitions: everything that other packages may use.
export * from "./bundle.ts";
export { canonicalHash, canonicalJson } from "./canonical-hash.ts";
export { checkCases } from "./cases/check-cases.ts";
export { loadCases } from "./cases/load-cases.ts";
export * from "./definition-folder.ts";
export { loadDefinitions } from "./load-definitions.ts";
export { osloDate, toInstant } from "./oslo-date.ts";
export { DefinitionsError, type Problem, problemLine } from "./problem.ts";
