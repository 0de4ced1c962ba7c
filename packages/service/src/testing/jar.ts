// Knows a browser as far as login needs one: cookies by host and port, redirects followed one at a time.
import type { App } from "../http/app.ts";

export interface Step {
  readonly url: URL;
  readonly status: number;
  readonly location: URL | undefined;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A browser whose requests to `origin` go to the app without a network, all others over it. */
export class Jar {
  readonly #app: App;
  readonly #origin: string;
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Every address that was asked for, in order. */
  readonly trail: URL[] = [];

  constructor(app: App, origin = "http://localhost") {
    this.#app = app;
    this.#origin = origin;
  }

  cookie(url: URL): string {
    const own = [...(this.#cookies.get(url.origin) ?? [])];
    return own.map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Cookies for the service, by name. */
  get own(): Map<string, string> {
    const own = this.#cookies.get(this.#origin) ?? new Map<string, string>();
    this.#cookies.set(this.#origin, own);
    return own;
  }

  #keep(url: URL, lines: readonly string[]): void {
    const own = this.#cookies.get(url.origin) ?? new Map<string, string>();
    for (const line of lines) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === "" || /max-age=0/i.test(line)) own.delete(name);
      else own.set(name, value);
    }
    this.#cookies.set(url.origin, own);
  }

  async #ask(url: URL, form: URLSearchParams | undefined) {
    const method = form === undefined ? "GET" : "POST";
    const content = { "content-type": "application/x-www-form-urlencoded" };
    const headers = { cookie: this.cookie(url), ...(form === undefined ? {} : content) };
    if (url.origin === this.#origin) {
      const answer = await this.#app.inject({
        method: "GET",
        url: `${url.pathname}${url.search}`,
        headers: { ...headers, host: url.host },
      });
      const { statusCode: status, body } = answer;
      const lines = [answer.headers["set-cookie"] ?? []].flat();
      return { status, body, lines, headers: answer.headers };
    }
    const body = form === undefined ? null : form.toString();
    const answer = await fetch(url, { method, headers, body, redirect: "manual" });
    const lines = answer.headers.getSetCookie();
    const own = Object.fromEntries(answer.headers);
    return { status: answer.status, body: await answer.text(), lines, headers: own };
  }

  async go(to: string | URL, form?: URLSearchParams): Promise<Step> {
    const url = new URL(to, this.#origin);
    this.trail.push(url);
    const { status, body, lines, headers } = await this.#ask(url, form);
    this.#keep(url, lines);
    const { location } = headers;
    const next = typeof location === "string" ? new URL(location, url) : undefined;
    return { url, status, body, headers, location: next };
  }

  /** Follows redirects until a page is shown, or one leads where `until` says. */
  async follow(step: Step, until: (url: URL) => boolean = () => false): Promise<Step> {
    let last = step;
    while (last.location !== undefined && !until(last.location))
      last = await this.go(last.location);
    return last;
  }
}
