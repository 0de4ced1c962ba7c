// Knows the indicator as somebody would write it by hand for it alone: one loop over the records as they are.

const PATHWAY = "phv-voksne";
const LIMIT_DAYS = 42;
const DAY_MS = 86_400_000;

function takenAway(records) {
  const taken = new Set();
  for (const { voids, corrects } of records) {
    const target = voids ?? corrects;
    if (target !== undefined) taken.add(target);
  }
  return taken;
}

/** Records that count; those of one day stay in the order they came in, which does for this indicator. */
function counting(records) {
  const taken = takenAway(records);
  return records
    .filter(({ recordId, voids }) => voids === undefined && !taken.has(recordId))
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
}

function firstAttendance(records) {
  let level;
  for (const record of records) {
    level = record.careLevel ?? level;
    if (record.event === "first-attendance") return { on: record.occurredOn, level };
  }
  return undefined;
}

/** Days from first attendance to the decision; undefined where the course is not counted. */
function daysToDecision(log) {
  const records = counting(log.records);
  const attended = firstAttendance(records);
  if (attended?.level !== "poliklinikk") return undefined;
  if (records.findLast(({ grantedFor }) => grantedFor)?.grantedFor === "treatment")
    return undefined;
  const decision = records.find(
    ({ event, occurredOn }) => event === "clinical-decision" && occurredOn >= attended.on,
  );
  return decision && (Date.parse(decision.occurredOn) - Date.parse(attended.on)) / DAY_MS;
}

export function loopContender(logs) {
  let denominator = 0;
  let numerator = 0;
  for (const log of logs) {
    if (log.pathway !== PATHWAY) continue;
    const days = daysToDecision(log);
    if (days === undefined) continue;
    denominator++;
    if (days <= LIMIT_DAYS) numerator++;
  }
  return { denominator, numerator };
}
