// Knows how the pages of "Mitt forløp" ask the service: the same on the server as in the browser.

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** For the change that follows; undefined where it has none. */
  readonly version: number | undefined;
}

/** Asks an address of the API; never throws for a refusal. */
export type Ask = (url: string) => Promise<Answer>;

export function versionIn(etag: string | null | undefined): number | undefined {
  return etag == null ? undefined : Number(etag.replace(/\D/g, ""));
}

/** The answer's body; undefined where the service refused. The API's own document is what says its shape. */
export async function bodyOf<T>(asking: Promise<Answer>): Promise<T | undefined> {
  const { status, body } = await asking;
  return status === 200 ? (body as T) : undefined;
}
