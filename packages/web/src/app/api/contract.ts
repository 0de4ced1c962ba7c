// Knows by which names the screens call what the service sends and takes; the shapes are those of its own document.
import type { Schemas } from "./client.ts";
import type { paths } from "./generated/paths.ts";

type Json<T> = T extends { readonly content: { readonly "application/json": infer Body } }
  ? Body
  : never;

type Operation = { readonly responses: object };

/** The body of an answer, by its status. */
type Answer<O extends Operation, Status extends number> = Json<
  O["responses"][Status & keyof O["responses"]]
>;

/** Who is logged in. */
export type Session = Answer<paths["/api/session"]["get"], 200>;
export type HeldRole = Session["roles"][number];
/** What somebody may be in Rettvei; one at a time. */
export type Role = HeldRole["role"];

/** Something that waits for a person or at a unit. */
export type Task = Answer<paths["/api/tasks"]["get"], 200>["tasks"][number];
export type TaskType = Task["type"];

export type Unit = Schemas["Unit"];
export type WorkRow = Schemas["WorkListRow"];
/** Why a row of the work list has its next date. */
export type Why = NonNullable<WorkRow["why"]>;

/** Display texts of the newest editions. */
export type Texts = Answer<paths["/api/texts"]["get"], 200>;

export type Course = Schemas["Course"];
export type PhaseStep = Course["phases"][number];
export type FindingView = Course["findings"][number];
export type EventChoice = Course["registrable"][number];
export type RecordView = Schemas["Record"];
export type VerdictView = Schemas["Verdict"];
/** A record as a verdict names it. */
export type RecordPoint = VerdictView["from"];
export type SourceView = Schemas["Source"];
export type Proposal = Schemas["Proposal"];

type Registering = paths["/api/courses/{courseId}/records"]["post"];
/** A new registration, the right one in place of a wrong one, or one that takes another away. */
export type Registration = Json<Registering["requestBody"]>["records"][number];
export type EventRegistration = Extract<Registration, { event: string }>;

export type RegistrationAnswer = Answer<paths["/api/courses/{courseId}/preview"]["post"], 200>;
/** A verdict that a registration made, changed or took away. */
export type VerdictChange = RegistrationAnswer["changed"][number];
