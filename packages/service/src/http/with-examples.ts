// Knows how the API document gets an example of every body that it describes and that has none of its own.
import { exampleOf, type Shape } from "./example-of.ts";

interface Media {
  schema?: Shape;
  example?: unknown;
  examples?: unknown;
}

interface Operation {
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Media>> }>
  >;
}

export interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Shape>> };
}

/** The same document; answers in JSON without an example have got one. */
export function withExamples<Document extends Described>(document: Document): Document {
  const shapes = document.components?.schemas ?? {};
  for (const operations of Object.values(document.paths ?? {})) {
    for (const { responses = {} } of Object.values(operations)) {
      for (const { content = {} } of Object.values(responses)) {
        const media = content["application/json"];
        if (media?.schema === undefined || media.example !== undefined || media.examples) continue;
        media.example = exampleOf(media.schema, shapes);
      }
    }
  }
  return document;
}
