// Proves that only modules named here work without the limits of whoever asks, each for a reason that somebody has read.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SOURCES = fileURLToPath(new URL("../", import.meta.url));

/** Why each may. A new line here is a decision about access: what it does must show nobody what it sees. */
const REASONS: Readonly<Record<string, string>> = {
  "access/acting.ts": "ends deciding and begins to act for somebody",
  "access/as-system.ts": "is the place itself",
  "course/question/tell-question.ts":
    "who has a course is whom a referrer's question goes to, and not for the referrer to see",
  "course/referral/send-referral.ts":
    "whoever refers need not see the patient, nor the course before it is there",
  "course/running-twin.ts":
    "whether the patient has a running course at the trust; its id only for one who may see it",
  "facts/append-fact.ts": "where a matter stands follows from all its facts",
  "intake/patient-of-number.ts":
    "whether a patient is known by a number, before it is about anybody",
  "intake/place-by-itself.ts": "the same, of a message that came",
  "intake/place-received.ts": "at which course a message of a patient stands",
  "intake/receive-message.ts": "a message that comes is taken from whoever hands it in",
  "outbox/addresses/tell-address.ts": "messages that waited for an address, to be sent by a job",
  "outbox/receive-receipt.ts": "a receipt is told of its message by whoever received that",
  "outbox/write-message.ts": "who coordinates a course, for a message that needs an owner",
  "http/guarded.ts": "begins a request, which begins by deciding",
  "http/routes/flow.ts": "numbers of a unit's past, of no single course",
  "http/routes/my-pathway.ts": "a referral to which its patient adds words is read whole",
  "http/routes/referral-assessment.ts":
    "a decision may begin a course that the unit does not see yet, or end what it sees",
  "http/routes/referrals.ts": "the same of a referral that is sent, changed or withdrawn",
  "http/routes/log-control.ts": "the name of whom an access was about, for who controls the log",
  "http/routes/receipts.ts": "a receipt is told of a message, for a sender who sees nothing",
  "http/routes/transfers.ts":
    "a transfer is of two courses; of the other one only what whoever asks may see is shown",
  "http/routes/work-list.ts":
    "how many courses each view of one's own unit has, without those that are blocked",
  "http/routes/units.ts": "the number of courses of a unit, which is nobody's in particular",
  "oversight/examine-accesses.ts":
    "accesses are held against tasks, units and courses; what is shown is the accesses alone",
  "registration/register.ts": "writes, and judges with the patient's other courses",
  "rights/export/export-patient.ts":
    "what else each role may read is decided thing by thing; the patient's own is the patient's",
  "rights/open-glass.ts": "how often one person opens, and what they have open",
  "rights/own-explanations.ts":
    "what a patient asked, and the answer: a matter of the unit that answers, which is no patient's",
  "rights/patient-log.ts": "the patient's own log, which no index serves under row security",
  "rights/unit-explanations.ts":
    "who asks why somebody of the unit looked, by name, and the entry of the audit that they ask about",
  "store/course-logs.ts": "a course is judged with all courses of its patient",
  "store/refresh-states.ts": "judges all of a patient's courses",
};

/** Where a request is worked on: the system's own connections are not for it. */
const OF_REQUESTS = /^(course|http|intake|rights)\//;

/** Modules of requests that use the system's connections all the same. */
const PAST: Readonly<Record<string, string>> = {
  "http/guarded.ts": "the audit of what was refused outlives the request's transaction",
  "http/routes/health.ts": "asks whether the database answers, and nothing else",
};

const modules = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !/\.test\.ts$|^testing\//.test(path));

function using(pattern: RegExp): readonly string[] {
  return modules.filter((path) => pattern.test(readFileSync(join(SOURCES, path), "utf8"))).sort();
}

describe("work as the system", () => {
  it("is asked for by modules with a reason, and by no other", () => {
    expect(using(/\/as-system\.ts"|^\/\/ Knows the one place where a request/m)).toEqual(
      Object.keys(REASONS).sort(),
    );
  });

  it("is not done by a request on the system's own connections", () => {
    const found = using(/database\.pool\b|\{[^}]*\bpool\b[^}]*\} = (store\.)?database/);
    expect(found.filter((path) => OF_REQUESTS.test(path))).toEqual(Object.keys(PAST).sort());
  });

  it("changes the role of the database nowhere else", () => {
    expect(using(/SET (LOCAL )?ROLE|set_config\('role'/)).toEqual([
      "access/acting.ts",
      "access/as-system.ts",
      "store/database.ts",
    ]);
  });
});
