// The entry of the definitions: the bundle, and everything that works on it without reading YAML.
export * from "./bundle.ts";
export { PATHWAYS_FOLDER, readBundle, writeBundle } from "./bundle-file.ts";
export { canonicalHash, canonicalJson } from "./canonical-hash.ts";
export {
  composeCode,
  type ExplainedCode,
  explainCode,
  type Registration,
} from "./codes/joined-code.ts";
export { diffEditions, type EditionChange } from "./diff/edition-diff.ts";
export { osloDate, toInstant } from "./oslo-date.ts";
