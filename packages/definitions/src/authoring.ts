// The entry for those who write definitions: YAML read, checked, proved by cases, laid over. Slower to load than the rest.
export { checkCases } from "./cases/check-cases.ts";
export { loadCases } from "./cases/load-cases.ts";
export { loadDefinitionFolder, readDefinitionFolder } from "./definition-folder.ts";
export { loadDefinitions } from "./load-definitions.ts";
export { applyOverlay } from "./overlay/site-overlay.ts";
export { DefinitionsError, type Problem, problemLine } from "./problem.ts";
