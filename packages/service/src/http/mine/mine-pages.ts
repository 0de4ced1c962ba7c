// Knows how the pages of "Mitt forløp" are sent: to patients and those who act for them, with their content in them.
import type { CalendarDate, Text } from "@rettvei/engine";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../../access/actor.ts";
import { AppError } from "../../app-error.ts";
import { answerNotFound, logUnforeseen } from "../answer-errors.ts";
import type { App } from "../app.ts";
import type { Authenticate } from "../authenticate.ts";
import { sendAllAboutMe } from "./all-about-me.ts";
import type { Ask } from "./ask.ts";
import { calendarFile, type DateToKeep } from "./calendar-file.ts";
import { languageOf, tellLanguage } from "./page-language.ts";
import type { PageMaker } from "./page-maker.ts";

const HOME = "/mitt";
const CALENDAR = `${HOME}/datoer.ics`;
const ALL_ABOUT_ME = `${HOME}/alt-om-meg.json`;
/** What is no page: after a login the reader comes to the first page. */
const FILES: readonly string[] = [CALENDAR, ALL_ABOUT_ME];
/** What the API is asked with: who it is, and nothing of how the page was asked for. */
const OF_THE_PAGE = /^(accept|if-|content-|range|connection|transfer-encoding)/;

interface Query {
  readonly forlop?: unknown;
  readonly sprak?: unknown;
}

/** Through the same door as everybody: access is decided, and the audit written, for each of them. */
function asking(app: App, { headers }: FastifyRequest): Ask {
  const own = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !OF_THE_PAGE.test(name)),
  );
  return async (url) => {
    if (!url.startsWith("/api/")) throw new Error("bug: a page asks for something beside the API");
    const answer = await app.inject({ method: "GET", url, headers: own });
    const { statusCode: status } = answer;
    const etag = answer.headers.etag;
    const version = etag === undefined ? undefined : Number(String(etag).replace(/\D/g, ""));
    const isJson = String(answer.headers["content-type"]).startsWith("application/json");
    return { status, body: isJson ? answer.json() : undefined, version };
  };
}

export interface MinePages {
  readonly app: App;
  readonly authenticate: Authenticate;
  readonly maker: PageMaker;
  /** The only clock. */
  readonly now: () => Date;
}

/** Whoever asks; null for somebody who is logged in and has no role yet. */
async function readerOf({ authenticate }: MinePages, request: FastifyRequest) {
  try {
    return await authenticate(request);
  } catch (cause) {
    if (cause instanceof AppError) return null;
    throw cause;
  }
}

function isForMine({ role }: Actor): boolean {
  return role === "patient" || role === "relative";
}

function courseIn(query: Query): string | undefined {
  return typeof query.forlop === "string" ? query.forlop : undefined;
}

async function sendCalendar(
  ask: Ask,
  reply: FastifyReply,
  { courseId, language, at }: { courseId: string | undefined; language: keyof Text; at: Date },
): Promise<FastifyReply | undefined> {
  const list = (await ask("/api/my-pathway")).body as { courses?: { courseId: string }[] };
  const id = courseId ?? list.courses?.[0]?.courseId;
  if (id === undefined) return undefined;
  const { status, body } = await ask(`/api/courses/${encodeURIComponent(id)}/my-pathway`);
  if (status !== 200) return undefined;
  const { dates } = body as { dates: readonly (DateToKeep & { on: CalendarDate })[] };
  reply.type("text/calendar; charset=utf-8");
  reply.header("content-disposition", 'attachment; filename="datoer.ics"');
  return reply.send(calendarFile(id, dates, { language, at }));
}

const UNAVAILABLE = 503;

/** The page of an address, as the API answers for it; where it cannot, the page says so in its reader's language. */
async function sendMade(
  { maker }: MinePages,
  request: FastifyRequest,
  reply: FastifyReply,
  ask: Ask,
): Promise<FastifyReply> {
  const [path = ""] = request.url.split("?");
  const courseId = courseIn(request.query as Query);
  const { script, styles } = maker;
  const wanted = { path, courseId, language: languageOf(request), ask, script, styles };
  const page = await maker.renderPage(wanted);
  if (page === undefined) return reply.redirect(HOME, 303);
  if (page.failed) reply.code(UNAVAILABLE);
  return reply.type("text/html; charset=utf-8").send(page.html);
}

const noAnswer: Ask = async () => ({ status: UNAVAILABLE, body: undefined, version: undefined });

async function sendPage(pages: MinePages, request: FastifyRequest, reply: FastifyReply) {
  const { app, now } = pages;
  const query = request.query as Query;
  const [path = ""] = request.url.split("?");
  reply.header("cache-control", "no-store");
  const reader = await readerOf(pages, request);
  if (reader === undefined) {
    const back = encodeURIComponent(FILES.includes(path) ? HOME : path);
    return reply.redirect(`/login?returnTo=${back}`, 303);
  }
  if (reader === null || !isForMine(reader)) return reply.redirect("/", 303);
  const courseId = courseIn(query);
  if (tellLanguage(reply, query.sprak)) {
    const rest = courseId === undefined ? "" : `?forlop=${encodeURIComponent(courseId)}`;
    return reply.redirect(`${path}${rest}`, 303);
  }
  const language = languageOf(request);
  const ask = asking(app, request);
  if (path === CALENDAR) {
    const sent = await sendCalendar(ask, reply, { courseId, language, at: now() });
    return sent ?? answerNotFound(request, reply);
  }
  if (path === ALL_ABOUT_ME) {
    const sent = await sendAllAboutMe(ask, reply);
    return sent ?? answerNotFound(request, reply);
  }
  return sendMade(pages, request, reply, ask);
}

/** Whoever waits for a page gets one, also where the database is away; why is in the service's log. */
async function sendPageOrTrouble(pages: MinePages, request: FastifyRequest, reply: FastifyReply) {
  try {
    return await sendPage(pages, request, reply);
  } catch (cause) {
    logUnforeseen(cause as Error, request);
    return sendMade(pages, request, reply, noAnswer);
  }
}

/** Pages for people; they are no part of the API. */
const NO_DOCUMENT = { schema: { hide: true } };

export function addMinePages(pages: MinePages): void {
  const { app } = pages;
  const send = (request: FastifyRequest, reply: FastifyReply) =>
    sendPageOrTrouble(pages, request, reply);
  app.get(HOME, NO_DOCUMENT, send);
  app.get(`${HOME}/*`, NO_DOCUMENT, send);
  // Whoever is a patient begins here; all others with the application of staff.
  app.get("/", NO_DOCUMENT, async (request, reply) => {
    const reader = request.headers.cookie === undefined ? null : await readerOf(pages, request);
    if (reader == null || !isForMine(reader)) return reply.sendFile("index.html");
    return reply.header("cache-control", "no-store").redirect(HOME, 303);
  });
}
