// Knows how messages that come are also held against the national schemas, where a site has them.
import {
  aboutMessage,
  type MessageProblem,
  openValidator,
  type Validator,
} from "@rettvei/messages";

/** What is wrong with a message by its schemas; nothing where the folder has none for it. */
export type SchemaCheck = (bytes: Uint8Array) => Promise<readonly MessageProblem[]>;

/** The text without its declaration, which may name the encoding that it no longer is in. */
function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const declaration = /^<\?xml[^>]*\?>/.exec(buffer.subarray(0, 200).toString("latin1"))?.[0] ?? "";
  const latin1 = /encoding\s*=\s*["']iso-8859-1/i.test(declaration);
  return buffer.subarray(declaration.length).toString(latin1 ? "latin1" : "utf8");
}

/** Schemas are compiled when the first message of a kind comes, and kept. */
export function schemaCheck(folder: string): SchemaCheck {
  const validators = new Map<string, Promise<Validator | undefined>>();
  const validatorOf = (uri: string): Promise<Validator | undefined> => {
    const opened = validators.get(uri) ?? openValidator(folder, uri).catch(() => undefined);
    validators.set(uri, opened);
    return opened;
  };
  return async (bytes) => {
    const known = aboutMessage(bytes);
    if (!known.ok) return known.problems;
    const validator = await validatorOf(known.about.root?.uri ?? "");
    return validator?.validate(textOf(bytes)).problems ?? [];
  };
}
