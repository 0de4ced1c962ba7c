// Knows people who register all the time, through every outage: each sends a request until it is answered.
import { setTimeout as sleep } from "node:timers/promises";
import { someUnit, type WriteRequest, write } from "./asking.ts";

/** One registration: a day of a patient that is registered by this request and by no other. */
export interface Sent {
  readonly patientId: string;
  readonly day: string;
  answered: boolean;
}

export interface Registrars {
  /** Everything that was ever sent. */
  readonly sent: readonly Sent[];
  /**
   * Lets them work until `pause`; done when so many more have been answered, since on a slow machine nobody may be in a
   * short time, and there would be nothing to lose. Rejects where the service refused somebody.
   */
  resume(more: number): Promise<void>;
  /** Nobody begins anything new; done when nothing is under way. Rejects where the service refused somebody. */
  pause(): Promise<void>;
  /** Sends what nobody answered until it is answered, then stops for good. */
  finish(): Promise<void>;
}

const DAY_MS = 86_400_000;
const STARTED = Date.parse("2024-11-01T00:00:00Z");
const RECORDS_OF_A_COURSE = 12;
const PAUSE_MS = 40;

function dayOf(at: number): string {
  return new Date(STARTED + at * DAY_MS).toISOString().slice(0, 10);
}

function opening(patientId: string, unitId: string, day: string): object {
  const records = [{ event: "pathway-start", occurredOn: day }];
  return { patientId, pathway: "tsb", unitId, records };
}

// Neither course nor record has an id of the sender's: a request done twice leaves two of them.
function requestOf(
  { patientId, unitId }: { readonly patientId: string; readonly unitId: string },
  at: number,
  course: Awaited<ReturnType<typeof write>>,
): WriteRequest {
  const [key, day] = [`${patientId}-request-${at}`, dayOf(at)];
  if (course === undefined)
    return { path: "/api/courses", key, body: opening(patientId, unitId, day) };
  const path = `/api/courses/${encodeURIComponent(course.courseId)}/records`;
  const body = { records: [{ event: "evaluation", occurredOn: day }] };
  return { path, key, body, version: course.version };
}

interface Gate {
  open: boolean;
  finishing: boolean;
  readonly sent: Sent[];
  readonly url: () => string;
}

/** Sends one request until it is answered; waits at the gate between tries. */
async function sendAtLast(gate: Gate, request: WriteRequest, sent: Sent, busy: Busy) {
  for (;;) {
    while (!gate.open) await busy.rest();
    const written = await write(gate.url(), request);
    if (written !== undefined) {
      sent.answered = true;
      return written;
    }
    await sleep(PAUSE_MS);
  }
}

interface Busy {
  resting: boolean;
  rest(): Promise<void>;
}

async function workOn(gate: Gate, name: string, busy: Busy): Promise<void> {
  let unitId: string | undefined;
  while (unitId === undefined) {
    await busy.rest();
    if (gate.open) unitId = await someUnit(gate.url());
  }
  for (let patient = 0; ; patient++) {
    const patientId = `registrar-${name}-p${patient}`;
    let course: Awaited<ReturnType<typeof write>>;
    for (let at = 0; at < RECORDS_OF_A_COURSE; at++) {
      while (!gate.open) await busy.rest();
      if (gate.finishing) return;
      const sent: Sent = { patientId, day: dayOf(at), answered: false };
      gate.sent.push(sent);
      course = await sendAtLast(gate, requestOf({ patientId, unitId }, at, course), sent, busy);
    }
  }
}

function busy(): Busy {
  const state: Busy = {
    resting: false,
    async rest() {
      state.resting = true;
      await sleep(5);
      state.resting = false;
    },
  };
  return state;
}

/** People at work on the service at `url`, which may be another after each restart. They begin paused. */
export function registrars(count: number, url: () => string): Registrars {
  const gate: Gate = { open: false, finishing: false, sent: [], url };
  const states = Array.from({ length: count }, busy);
  const done = states.map((state, n) => workOn(gate, String(n), state));
  const failed = Promise.all(done);
  let refused = false;
  // Met by whoever resumes, pauses or finishes.
  failed.catch(() => {
    refused = true;
  });
  const answered = (): number => gate.sent.filter((one) => one.answered).length;
  const allRest = async (): Promise<void> => {
    while (states.some(({ resting }) => !resting)) await sleep(2);
  };
  return {
    sent: gate.sent,
    async resume(more) {
      const enough = answered() + more;
      const untilAnswered = async (): Promise<void> => {
        while (!refused && answered() < enough) await sleep(5);
      };
      gate.open = true;
      await Promise.race([untilAnswered(), failed]);
    },
    async pause() {
      gate.open = false;
      await Promise.race([allRest(), failed]);
    },
    async finish() {
      gate.finishing = true;
      gate.open = true;
      await failed;
    },
  };
}
