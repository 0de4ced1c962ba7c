// Knows the file of everything about the patient who asks: all pages of the export, one after the other, in one file.
import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { Ask } from "./ask.ts";

interface MyCourses {
  readonly courses?: readonly { readonly patientId: string; readonly relation: string }[];
}

interface Page {
  readonly entries: readonly unknown[];
  readonly next: number | null;
}

type First = Page & Readonly<Record<string, unknown>>;

async function pageAfter(ask: Ask, patientId: string, after: number): Promise<First | undefined> {
  const url = `/api/patients/${encodeURIComponent(patientId)}/export?after=${after}`;
  const { status, body } = await ask(url);
  return status === 200 ? (body as First) : undefined;
}

const asLines = (entries: readonly unknown[]): string =>
  entries.map((entry) => JSON.stringify(entry)).join(",\n");

/** A file that ends too early is broken off, and never looks whole. */
async function* written(ask: Ask, patientId: string, first: First): AsyncGenerator<string> {
  const { entries, next, ...about } = first;
  yield `${JSON.stringify(about, undefined, 2).slice(0, -2)},\n  "entries": [\n${asLines(entries)}`;
  for (let after = next; after !== null; ) {
    const page = await pageAfter(ask, patientId, after);
    if (page === undefined) throw new Error("export: expected a further page, got none");
    if (page.entries.length > 0) yield `,\n${asLines(page.entries)}`;
    after = page.next;
  }
  yield "\n  ]\n}\n";
}

/** Undefined where whoever asks is no patient with a course here. */
export async function sendAllAboutMe(
  ask: Ask,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { courses = [] } = ((await ask("/api/my-pathway")).body ?? {}) as MyCourses;
  const own = courses.find(({ relation }) => relation === "own");
  const first = own && (await pageAfter(ask, own.patientId, 0));
  if (own === undefined || first === undefined) return undefined;
  reply.type("application/json; charset=utf-8");
  reply.header("content-disposition", 'attachment; filename="alt-om-meg.json"');
  return reply.send(Readable.from(written(ask, own.patientId, first)));
}
