// Knows how somebody logs in without a browser: through the test login, to the cookie of a session.

/** Cookies by origin, as a browser keeps them. */
type Cookies = Map<string, Map<string, string>>;

const PATIENCE_MS = 60_000;

function keep(cookies: Cookies, url: URL, answer: Response): void {
  const own = cookies.get(url.origin) ?? new Map<string, string>();
  for (const line of answer.headers.getSetCookie()) {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
    if (value === "" || /max-age=0/i.test(line)) own.delete(name);
    else own.set(name, value);
  }
  cookies.set(url.origin, own);
}

function cookieOf(cookies: Cookies, url: URL): string {
  return [...(cookies.get(url.origin) ?? [])].map((pair) => pair.join("=")).join("; ");
}

/** Asks, and follows each redirect; answers the last address that was no redirect, or where `url` itself is reached. */
async function follow(cookies: Cookies, from: URL, form?: URLSearchParams): Promise<URL> {
  let [url, body] = [from, form];
  for (;;) {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const headers = { cookie: cookieOf(cookies, url) };
    const init = { headers, signal, redirect: "manual" as const };
    const answer = await fetch(url, body === undefined ? init : { ...init, method: "POST", body });
    keep(cookies, url, answer);
    const to = answer.headers.get("location");
    if (to === null) {
      if (!answer.ok) throw new Error(`login: ${answer.status} at ${url.pathname}`);
      return url;
    }
    [url, body] = [new URL(to, url), undefined];
  }
}

/** A request as somebody who is logged in; from a page of the service, as a browser says it. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export interface SignedIn {
  readonly ask: Ask;
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
}

/** Logs in as the persona, by its id at the test login. `url` is the service's, without a slash at its end. */
export async function signIn(url: string, subject: string): Promise<SignedIn> {
  const cookies: Cookies = new Map();
  const page = await follow(cookies, new URL(`${url}/login`));
  await follow(cookies, page, new URLSearchParams({ subject }));
  const home = new URL(url);
  const cookie = cookieOf(cookies, home);
  const ask: Ask = (path, init = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie, origin: url },
    });
  const kept = [...(cookies.get(home.origin) ?? [])].map(([name, value]) => ({ name, value }));
  return { ask, cookies: kept };
}

/** Reads who has a role at no unit, and may see which units there are. */
export const OPERATOR = "operator-000000401";

export const coordinatorAt = (unitId: string): string => `coordinator-${unitId}`;
