// Knows how the web application's files are served: the files themselves, and its page for every other address.
import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answerNotFound } from "./answer-errors.ts";
import type { App } from "./app.ts";
import type { Authenticate } from "./authenticate.ts";
import { addMinePages } from "./mine/mine-pages.ts";
import { findPageMaker, MANIFEST } from "./mine/page-maker.ts";

const YEAR = 31_536_000;
const HASHED_FILES = "/assets/";

function isPageRequest({ method, url }: FastifyRequest): boolean {
  const [path = ""] = url.split("?");
  const reads = method === "GET" || method === "HEAD";
  return reads && !path.startsWith("/api/") && path !== "/api" && extname(path) === "";
}

interface WebApp {
  /** Without a folder, or with one that was not built, only the API is served. */
  readonly webDir: string | undefined;
  readonly authenticate: Authenticate;
  readonly now: () => Date;
}

/** What the service itself reads of the folder, and nobody else needs. */
function isForBrowsers(path: string): boolean {
  return !path.startsWith("/server/") && path !== `/${MANIFEST}`;
}

export async function addWebApp(app: App, { webDir, authenticate, now }: WebApp): Promise<void> {
  if (webDir === undefined || !existsSync(join(webDir, "index.html"))) {
    app.setNotFoundHandler(answerNotFound);
    return;
  }
  await app.register(fastifyStatic, {
    root: webDir,
    cacheControl: false,
    // The build has put compressed forms beside the files.
    preCompressed: true,
    allowedPath: isForBrowsers,
    setHeaders: (response, path) => {
      const forGood = path.includes(HASHED_FILES);
      response.setHeader(
        "cache-control",
        forGood ? `public, max-age=${YEAR}, immutable` : "no-cache",
      );
    },
  });
  const maker = await findPageMaker(webDir);
  if (maker !== undefined) addMinePages({ app, authenticate, maker, now });
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) =>
    isPageRequest(request) ? reply.sendFile("index.html") : answerNotFound(request, reply),
  );
}
