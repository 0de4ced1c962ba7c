// Knows that no route is served that the access matrix does not name, nor one past the guard.
import { ACCESS } from "../access/matrix.ts";
import type { App } from "./app.ts";

/** Makes the start fail on a route under /api that is not in the matrix, or that needs the guard and has none. */
export function refuseUnguarded(app: App): void {
  app.addHook("onRoute", ({ method, url, config }) => {
    if (!url.startsWith("/api/")) return;
    for (const one of [method].flat()) {
      if (one === "HEAD" || one === "OPTIONS") continue;
      const route = `${one} ${url}`;
      const need = ACCESS.routes.get(route);
      if (need === undefined) throw new Error(`access matrix: expected an entry for ${route}`);
      if (config?.guarded !== true && !ACCESS.isForAnybody(need)) {
        throw new Error(`${route}: expected to go through the guard, got past it`);
      }
    }
  });
}
