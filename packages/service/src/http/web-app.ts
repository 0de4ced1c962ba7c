// Knows how the web application's files are served: the files themselves, and its page for every other address.
import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answerNotFound } from "./answer-errors.ts";
import type { App } from "./app.ts";

const YEAR = 31_536_000;
const HASHED_FILES = "/assets/";

function isPageRequest({ method, url }: FastifyRequest): boolean {
  const [path = ""] = url.split("?");
  const reads = method === "GET" || method === "HEAD";
  return reads && !path.startsWith("/api/") && path !== "/api" && extname(path) === "";
}

/** Without a folder, or with one that was not built, only the API is served. */
export async function addWebApp(app: App, webDir: string | undefined): Promise<void> {
  if (webDir === undefined || !existsSync(join(webDir, "index.html"))) {
    app.setNotFoundHandler(answerNotFound);
    return;
  }
  await app.register(fastifyStatic, {
    root: webDir,
    cacheControl: false,
    setHeaders: (response, path) => {
      const forGood = path.includes(HASHED_FILES);
      response.setHeader(
        "cache-control",
        forGood ? `public, max-age=${YEAR}, immutable` : "no-cache",
      );
    },
  });
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) =>
    isPageRequest(request) ? reply.sendFile("index.html") : answerNotFound(request, reply),
  );
}
