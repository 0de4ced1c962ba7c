// Knows how the HTTP side is put together: limits, headers, errors, the API document, routes, web application.
import { randomUUID } from "node:crypto";
import swagger from "@fastify/swagger";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { type FastifyServerOptions, LogController } from "fastify";
import type { Auth } from "../auth/auth.ts";
import { addLoginRoutes } from "../auth/routes/login.ts";
import { addSessionRoutes } from "../auth/routes/session.ts";
import type { SchemaCheck } from "../intake/schema-check.ts";
import type { Store } from "../store/store.ts";
import { answerError } from "./answer-errors.ts";
import type { App } from "./app.ts";
import type { Authenticate } from "./authenticate.ts";
import { compileSchema } from "./bad-input.ts";
import { refuseForeignPages } from "./loopback.ts";
import { refuseUnguarded } from "./refuse-unguarded.ts";
import { addAgreementRoutes } from "./routes/agreements.ts";
import { addAssignmentRoutes } from "./routes/assignments.ts";
import { addBlockRoutes } from "./routes/blocks.ts";
import { addBreakGlassRoutes } from "./routes/break-glass.ts";
import { addChangesRoute } from "./routes/changes.ts";
import { addClosingRoutes } from "./routes/closing.ts";
import { addCourseRoutes } from "./routes/courses.ts";
import { addDetoxRoutes } from "./routes/detoxes.ts";
import { addDowntimeRoute } from "./routes/downtime.ts";
import { addEditionRoutes } from "./routes/editions.ts";
import { addEvaluationRoutes, addQuestionsRoute } from "./routes/evaluations.ts";
import { addFlowRoute } from "./routes/flow.ts";
import { addFollowUpRoutes } from "./routes/follow-up.ts";
import { addHealthRoute } from "./routes/health.ts";
import { addLogControlRoutes } from "./routes/log-control.ts";
import { addMyPathwayRoutes } from "./routes/my-pathway.ts";
import { addMyWorkListRoutes } from "./routes/my-work-list.ts";
import { addOutboxRoutes } from "./routes/outbox.ts";
import { addOversightRoutes } from "./routes/oversight.ts";
import { addPatientExportRoute } from "./routes/patient-export.ts";
import { addPatientLogRoutes } from "./routes/patient-log.ts";
import { addPlanRoutes } from "./routes/plans.ts";
import { addProposalRoutes } from "./routes/proposals.ts";
import { addQuestionRoutes } from "./routes/questions.ts";
import { addReferralAssessmentRoutes } from "./routes/referral-assessment.ts";
import { addReferralChecklistRoutes } from "./routes/referral-checklist.ts";
import { addReferralDraftRoutes } from "./routes/referral-drafts.ts";
import { addReferralRoutes } from "./routes/referrals.ts";
import { addRegistrationRoutes } from "./routes/registration.ts";
import { addRepresentationRoutes } from "./routes/representations.ts";
import { addSharingRoutes } from "./routes/sharings.ts";
import { addTaskRoutes } from "./routes/tasks.ts";
import { addTextsRoute } from "./routes/texts.ts";
import { addTransferRoutes } from "./routes/transfers.ts";
import { addUnitPeopleRoute } from "./routes/unit-people.ts";
import { addUnitRoutes } from "./routes/units.ts";
import { addVoiceRoutes } from "./routes/voices.ts";
import { addWorkListRoutes } from "./routes/work-list.ts";
import { namedSchemas } from "./schemas/named.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import { addWebApp } from "./web-app.ts";
import { type Described, withExamples } from "./with-examples.ts";

const BODY_LIMIT = 256 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;
const LONGEST_PARAMETER = 400;

export interface AppOptions {
  /** Folder of the built web application. */
  readonly webDir?: string | undefined;
  readonly logger: FastifyServerOptions["logger"];
  readonly authenticate: Authenticate;
  /** What messages that come in are held against, beside our own reading. */
  readonly schemaCheck?: SchemaCheck | undefined;
  /** The login whose pages are served; without it there are none. */
  readonly auth?: Auth | undefined;
}

const DOCUMENT = {
  openapi: {
    openapi: "3.1.0",
    info: {
      title: "Rettvei",
      version: "0.1.0",
      description:
        "Courses of the Norwegian national patient pathways: registration, work lists, and every date explained. " +
        "Texts in requests are of whole characters: half of one (a surrogate by itself) and U+0000 are refused in every field.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "This service" }],
    tags: [
      { name: "units", description: "Units and their work lists" },
      { name: "referrals", description: "Referrals, their assessment, and what came of them" },
      { name: "transfers", description: "Courses that change hands" },
      { name: "courses", description: "Courses and registration" },
      { name: "plans", description: "Plans of a course, made with the patient" },
      { name: "evaluations", description: "Evaluations, with the patient's own answers" },
      { name: "messages", description: "Messages to others and from them" },
      {
        name: "rights",
        description: "A patient's rights: blocks, who acts for whom, who looked, opened access",
      },
      { name: "mine", description: "A patient's own pathway, in plain words" },
      { name: "log-control", description: "Whether accesses had a reason" },
      { name: "oversight", description: "What the leader of a unit has an eye on" },
      { name: "voices", description: "What patients say, and the answers to it" },
      { name: "closing", description: "The end of a course" },
      {
        name: "municipality",
        description: "What is shared with a municipality, and agreed with it",
      },
      { name: "detox", description: "From detox into treatment" },
      { name: "proposals", description: "Registrations that follow from what is known" },
      { name: "definitions", description: "Editions and their texts" },
      { name: "session", description: "Who is logged in, in which role" },
      { name: "service", description: "The service itself" },
    ],
  },
  refResolver: {
    buildLocalReference: (schema: { readonly $id?: unknown }) => String(schema.$id),
  },
};

/** A request is logged by its route's pattern: an address or a query may name a patient's course. */
function logResponses(app: App): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method, route: routeOptions.url, status: reply.statusCode, ms }, "answered");
  });
}

function addDocumentRoute(app: App): void {
  const schema = {
    summary: "This document",
    tags: ["service"],
    response: { 200: { type: "object", description: "OpenAPI 3.1" } },
  };
  app.get("/api/openapi.json", { schema }, async () => app.swagger());
}

/** The service over HTTP, ready to listen. */
export async function buildApp(
  store: Store,
  { webDir, logger, authenticate, schemaCheck, auth }: AppOptions,
): Promise<App> {
  const app: App = fastify({
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerError,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    forceCloseConnections: "idle",
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(compileSchema);
  // Answers are typed by their schemas; tests hold them to these too.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  app.setErrorHandler(answerError);
  logResponses(app);
  addSecurityHeaders(app, auth?.settings.publicUrl !== undefined);
  refuseForeignPages(app, auth?.settings.publicUrl);
  refuseUnguarded(app);
  for (const schema of namedSchemas()) app.addSchema(schema);
  await app.register(swagger, {
    ...DOCUMENT,
    transformObject: (made) =>
      "openapiObject" in made ? (withExamples(made.openapiObject as Described) as object) : {},
  });
  addDocumentRoute(app);
  addHealthRoute(app, store);
  // Who is known by another way than the login has no session that could end.
  const stillIn = authenticate === auth?.authenticate ? auth.stillIn : undefined;
  const guard = { app, store, authenticate, stillIn };
  addUnitRoutes(guard);
  addWorkListRoutes(guard);
  addMyWorkListRoutes(guard);
  addChangesRoute(guard);
  addUnitPeopleRoute(guard);
  addDowntimeRoute(guard);
  addCourseRoutes(guard);
  addRegistrationRoutes(guard);
  addAssignmentRoutes(guard);
  await addOutboxRoutes(guard, schemaCheck);
  addReferralChecklistRoutes(guard);
  addReferralRoutes(guard);
  addReferralDraftRoutes(guard);
  addReferralAssessmentRoutes(guard);
  addTransferRoutes(guard);
  addTextsRoute(app, store);
  addEditionRoutes(app, store);
  if (auth !== undefined) {
    addLoginRoutes(app, auth);
    addSessionRoutes(app, auth);
  }
  addPlanRoutes(guard);
  addEvaluationRoutes(guard);
  addProposalRoutes(guard);
  addVoiceRoutes(guard);
  addQuestionRoutes(guard);
  addTaskRoutes(guard);
  addClosingRoutes(guard);
  addFollowUpRoutes(guard);
  addDetoxRoutes(guard);
  addSharingRoutes(guard);
  addAgreementRoutes(guard);
  addBlockRoutes(guard);
  addRepresentationRoutes(guard);
  addBreakGlassRoutes(guard);
  addPatientLogRoutes(guard);
  addMyPathwayRoutes(guard);
  addPatientExportRoute(guard);
  addLogControlRoutes(guard);
  addOversightRoutes(guard);
  addFlowRoute(guard);
  addQuestionsRoute(app, store);
  await addWebApp(app, { webDir, authenticate, now: store.now });
  await app.ready();
  return app;
}
