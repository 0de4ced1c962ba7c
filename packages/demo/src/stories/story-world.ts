// Knows how a story is told to the service: by somebody, on a day, and what has come of it so far.
import { addDays, type CalendarDate } from "@rettvei/engine";
import type { Persona, PersonaRole } from "../identity/persona.ts";
import { staffPersonas, storyStaff } from "../identity/staff-personas.ts";

/** Who asks, in one role. */
export interface StoryActor {
  readonly actorId: string;
  readonly kind: "person";
  readonly name: string;
  readonly role: PersonaRole;
  readonly organisation: string;
  readonly unitIds: readonly string[];
  readonly hpr: string | null;
  readonly patientId: string | null;
  readonly loggedInAt: string;
}

interface StoryRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly body?: object | string;
  readonly seen?: string;
}

interface StoryAnswer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: unknown;
}

/** What the stories need of whoever holds the service. */
export interface StoryStage {
  /** The day on which they end. */
  readonly today: CalendarDate;
  /** Asks the service as the person. */
  readonly ask: (actor: StoryActor, request: StoryRequest) => Promise<StoryAnswer>;
  /** From now on it is this moment; undefined: it is as late as it really is. */
  readonly itIs: (moment: Date | undefined) => void;
  /** Keeps that the representative acts for the patient. */
  readonly represent: (representation: StoryRepresentation) => Promise<void>;
}

export interface StoryRepresentation {
  readonly patientId: string;
  readonly actsAs: "guardian" | "consent";
  readonly personId: string;
  readonly personName: string;
  readonly purpose: string;
  readonly until: CalendarDate;
}

/** A day's work begins at eight in the morning, in winter as in summer by the sun. */
const BEGINS = "T07:00:00Z";
const BETWEEN_MS = 70_000;

function personas(): ReadonlyMap<string, Persona> {
  return new Map([...staffPersonas(), ...storyStaff()].map((one) => [one.subject, one]));
}

export class StoryWorld {
  readonly today: CalendarDate;
  readonly #stage: StoryStage;
  readonly #personas = personas();
  /** Ids that the service gave, by who they are of and what they are. */
  readonly #ids = new Map<string, string>();
  #day: CalendarDate;
  #asked = 0;

  constructor(stage: StoryStage) {
    this.#stage = stage;
    this.today = stage.today;
    this.#day = stage.today;
  }

  get day(): CalendarDate {
    return this.#day;
  }

  /** Days after the one that is told of. */
  in(days: number): CalendarDate {
    return addDays(this.#day, days);
  }

  begin(day: CalendarDate): void {
    if (day !== this.#day) this.#asked = 0;
    this.#day = day;
  }

  person(subject: string): Persona {
    const found = this.#personas.get(subject);
    if (found === undefined) throw new Error(`stories: expected a persona, got ${subject}`);
    return found;
  }

  staff(subject: string): StoryActor {
    const { name, hpr, roles } = this.person(subject);
    const [held] = roles;
    if (held === undefined) throw new Error(`stories: expected a role of ${subject}`);
    const { role, organisation, unitIds } = held;
    const as = { role, organisation, unitIds, hpr, patientId: null };
    return { actorId: subject, kind: "person", name, ...as, loggedInAt: "" };
  }

  patient(patientId: string, name: string): StoryActor {
    const actorId = `patient-${patientId}`;
    const as = { organisation: "-", unitIds: [], hpr: null, patientId };
    return { actorId, kind: "person", name, role: "patient", ...as, loggedInAt: "" };
  }

  remember(whose: string, what: string, id: string): void {
    this.#ids.set(`${whose} ${what}`, id);
  }

  idOf(whose: string, what: string): string {
    const id = this.#ids.get(`${whose} ${what}`);
    if (id === undefined) throw new Error(`stories: expected the ${what} of ${whose} to be there`);
    return id;
  }

  async represent(representation: StoryRepresentation): Promise<void> {
    this.#passTime();
    await this.#stage.represent(representation);
  }

  async get<T>(actor: StoryActor, url: string): Promise<{ body: T; etag: string | undefined }> {
    return this.#answer<T>(actor, { method: "GET", url });
  }

  /** Writes something new, or to what was seen. */
  async post<T>(actor: StoryActor, url: string, body: object, seen?: number | string): Promise<T> {
    const etag = typeof seen === "number" ? `"${seen}"` : seen;
    const version = etag === undefined ? {} : { seen: etag };
    return (await this.#answer<T>(actor, { method: "POST", url, body, ...version })).body;
  }

  /** Hands in a message as its text. */
  async hand(actor: StoryActor, url: string, xml: string): Promise<void> {
    await this.#answer(actor, { method: "POST", url, body: xml });
  }

  /** Changes something as it is now, which is read at another address. */
  async change<T>(actor: StoryActor, at: string, url: string, body: object): Promise<T> {
    const { etag } = await this.get(actor, at);
    return this.post<T>(actor, url, body, etag);
  }

  /** Each request a little later in the day; today it is as late as it is. */
  #passTime(): Date {
    if (this.#day === this.today) {
      this.#stage.itIs(undefined);
      return new Date();
    }
    const moment = new Date(Date.parse(`${this.#day}${BEGINS}`) + this.#asked++ * BETWEEN_MS);
    this.#stage.itIs(moment);
    return moment;
  }

  async #answer<T>(actor: StoryActor, request: StoryRequest) {
    const loggedInAt = this.#passTime().toISOString();
    const answer = await this.#stage.ask({ ...actor, loggedInAt }, request);
    if (answer.status >= 400) {
      const told = JSON.stringify(answer.body);
      throw new Error(`stories: ${request.method} ${request.url}: ${answer.status} ${told}`);
    }
    // The story ends where the shape is another: it reads what it needs by name.
    return { body: answer.body as T, etag: answer.etag };
  }
}
