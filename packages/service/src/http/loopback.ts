// Knows whom the service speaks to: this machine, or with a real login its public address; and its own pages only.
import type { FastifyInstance } from "fastify";
import { AppError } from "../app-error.ts";
import type { LoginSettings } from "../auth/login-settings.ts";

const HOSTS = ["127.0.0.1", "::1", "localhost"];

/** Refuses to listen where other machines could reach it, unless people log in for real at an address with https. */
export function refuseOtherHosts(host: string, login: LoginSettings | undefined): void {
  if (HOSTS.includes(host)) return;
  if (login?.publicUrl !== undefined && login.isTest !== true) return;
  throw new AppError(
    "host-refused",
    `host: expected 127.0.0.1 or ::1, got "${host}"; other machines may reach Rettvei only with a real login and a public address with https`,
  );
}

function hostOf(authority: string): string {
  return authority.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
}

/** Whether a host is us: by our public address if there is one, else as this machine names itself. */
function isUs(host: string, publicUrl: string | undefined): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  return publicUrl === undefined
    ? HOSTS.includes(hostOf(host))
    : host.toLowerCase() === new URL(publicUrl).host;
}

/**
 * A page of another site may make a browser ask us, by a name of its own that points here, or by a form.
 * Such a request names that site as host or origin, and is refused.
 */
export function refuseForeignPages(app: FastifyInstance, publicUrl: string | undefined): void {
  app.addHook("onRequest", async ({ headers }) => {
    const { host = "", origin } = headers;
    const ours =
      isUs(host, publicUrl) &&
      (origin === undefined || origin === new URL(publicUrl ?? `http://${host}`).origin);
    if (!ours) {
      throw new AppError(
        "host-refused",
        "request: expected from a page of this service, got from elsewhere",
      );
    }
  });
}
