// Knows the findings that need a patient's other courses.
import type { CrossFindingRule } from "../edition/edition.ts";
import type { JudgedCourse } from "../judge.ts";
import type { CountedRecord } from "../log/counting.ts";
import { isRunning } from "../verdicts/course-at.ts";
import type { Finding } from "./finding.ts";

/** A finding and the course it belongs to. */
export interface CourseFinding extends Finding {
  readonly courseId: string;
}

interface Peer {
  readonly judged: JudgedCourse;
  readonly starts: readonly CountedRecord[];
  readonly running: boolean;
}

function startedEarlier(a: Peer, b: Peer): boolean {
  const aDay = a.starts[0]?.day ?? 0;
  const bDay = b.starts[0]?.day ?? 0;
  return aDay !== bDay ? aDay < bDay : a.judged.log.courseId < b.judged.log.courseId;
}

function parallel(peer: Peer, peers: readonly Peer[]): readonly CountedRecord[] {
  const [start] = peer.starts;
  if (!peer.running || start === undefined) return [];
  const hasEarlier = peers.some(
    (other) =>
      other !== peer &&
      other.running &&
      other.judged.log.pathway === peer.judged.log.pathway &&
      startedEarlier(other, peer),
  );
  return hasEarlier ? [start] : [];
}

function transfersWithoutStart(
  rule: Extract<CrossFindingRule, { kind: "transfer-without-start" }>,
  peer: Peer,
  peers: readonly Peer[],
): readonly CountedRecord[] {
  const { course } = peer.judged;
  const transfer = course.edition.eventOrder.get(rule.event);
  return course.counted.filter(
    (at) =>
      at.event === transfer &&
      course.asOfDay - at.day > rule.days &&
      !peers.some((other) => other !== peer && other.starts.some((start) => start.day >= at.day)),
  );
}

function named(
  rule: CrossFindingRule,
  peer: Peer,
  peers: readonly Peer[],
): readonly CountedRecord[] {
  switch (rule.kind) {
    case "parallel":
      return parallel(peer, peers);
    case "transfer-without-start":
      return transfersWithoutStart(rule, peer, peers);
  }
}

function findingsOfPatient(peers: readonly Peer[]): readonly CourseFinding[] {
  return peers.flatMap((peer) =>
    peer.judged.course.edition.edition.crossFindings.flatMap((rule) =>
      named(rule, peer, peers).map(({ record }) => ({
        rule,
        courseId: peer.judged.log.courseId,
        recordIds: [record.recordId],
      })),
    ),
  );
}

/**
 * Findings that need several courses of one patient. Takes courses of any patients, all judged as of
 * the same date, and never lets one patient's courses say anything of another's.
 */
export function findingsAcross(judged: readonly JudgedCourse[]): readonly CourseFinding[] {
  const byPatient = new Map<string, Peer[]>();
  for (const one of judged) {
    const starts = one.course.counted.filter((at) => at.event === one.course.edition.start);
    const peer = { judged: one, starts, running: isRunning(one.course) };
    const peers = byPatient.get(one.log.patientId);
    if (peers === undefined) byPatient.set(one.log.patientId, [peer]);
    else peers.push(peer);
  }
  return [...byPatient.values()].flatMap(findingsOfPatient);
}
