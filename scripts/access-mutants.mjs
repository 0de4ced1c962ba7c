// Knows the rules of access one by one, takes each away in turn, and tells whether a test notices.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const GROUNDS = "packages/service/src/access/grounds.ts";
const BLOCKS = "packages/service/src/access/blocks.ts";
const REPRESENTED = "packages/service/src/access/represented.ts";
const AGES = "packages/service/src/access/representation.ts";
const RULES = "packages/service/sql/0012_row_security.sql";
const SEEN = "packages/service/sql/0014_patient_rights.sql";

const FIRST = "the first layer alone";
const SECOND = "the second layer alone";

/** Which rule, where, what it is and what it becomes; the test of its own layer has to fail. */
const MUTANTS = [
  [
    "own: whose it is",
    GROUNDS,
    "patientId !== null && patientId === actor.patientId",
    "patientId !== null",
    FIRST,
  ],
  [
    "care: an open task",
    GROUNDS,
    "m.person_id = $1 AND m.open AND m.type = 'assignment'",
    "m.person_id = $1 AND m.type = 'assignment'",
    FIRST,
  ],
  [
    "care: a course that runs",
    GROUNDS,
    "m.type = 'assignment' AND s.running",
    "m.type = 'assignment'",
    FIRST,
  ],
  [
    "care: who has the task",
    GROUNDS,
    "WHERE m.person_id = $1 AND m.open AND m.type = 'assignment'",
    "WHERE $1 <> '' AND m.open AND m.type = 'assignment'",
    FIRST,
  ],
  [
    "opened access: its end",
    GROUNDS,
    "AND (f.body ->> 'until')::timestamptz > $3",
    "AND $3::timestamptz IS NOT NULL",
    FIRST,
  ],
  [
    "unit: which unit",
    GROUNDS,
    "AND s.unit_id = ANY ($1)\n      AND",
    "AND $1::text[] IS NOT NULL\n      AND",
    FIRST,
  ],
  [
    "unit: thirty days after the end",
    GROUNDS,
    "(s.running OR s.last_event_on >= $4::date)",
    "(s.running OR $4::date IS NOT NULL)",
    FIRST,
  ],
  [
    "shared: with whom",
    GROUNDS,
    "(m.person_id = $1 OR m.unit_id = ANY ($2))",
    "($1 <> '' OR $2::text[] IS NOT NULL)",
    FIRST,
  ],
  [
    "shared: until when",
    GROUNDS,
    "(m.due_on IS NULL OR m.due_on >= $5::date)",
    "$5::date IS NOT NULL",
    FIRST,
  ],
  [
    "shared: what was named",
    GROUNDS,
    "(f.body -> 'what' IS NULL OR f.body -> 'what' ? $6)",
    "$6::text IS NOT NULL",
    FIRST,
  ],
  ["a block", BLOCKS, "if (rowCount === 0) return;", "if (rowCount !== null) return;", FIRST],
  [
    "representation: until when",
    REPRESENTED,
    "AND (m.due_on IS NULL OR m.due_on >= $3) AND",
    "AND",
    FIRST,
  ],
  [
    "guardians: of small children only",
    AGES,
    "if (age < CHILD_UNTIL) return",
    "if (age < OF_AGE) return",
    FIRST,
  ],
  ["a confidential address", AGES, 'if (confidential) return "nothing";', "", FIRST],
  [
    "a patient of sixteen gives consent",
    AGES,
    "ageOn(day, born.last) < OF_HEALTH_AGE) return",
    "ageOn(day, born.last) < 0) return",
    FIRST,
  ],
  [
    "database, own: whose it is",
    RULES,
    "WHERE held_role = 'patient' AND c.patient_id = own",
    "WHERE held_role = 'patient'",
    SECOND,
  ],
  [
    "database, care: an open task",
    RULES,
    "m.person_id = who AND m.open AND m.type = 'assignment'",
    "m.person_id = who AND m.type = 'assignment'",
    SECOND,
  ],
  [
    "database, care: a course that runs",
    RULES,
    "m.type = 'assignment' AND s.running",
    "m.type = 'assignment'",
    SECOND,
  ],
  [
    "database, opened access: its end",
    RULES,
    "AND (f.body ->> 'until')::timestamptz > moment AND (only",
    "AND (only",
    SECOND,
  ],
  [
    "database, unit: which unit",
    RULES,
    "c.patient_id = only_patient AND s.unit_id = ANY (units)",
    "c.patient_id = only_patient",
    SECOND,
  ],
  [
    "database, unit: thirty days",
    RULES,
    "AND (s.running OR s.last_event_on >= day - 30)\n  UNION",
    "\n  UNION",
    SECOND,
  ],
  [
    "database, shared: until when",
    RULES,
    "AND (m.due_on IS NULL OR m.due_on >= day) AND (m.person_id = who",
    "AND (m.person_id = who",
    SECOND,
  ],
  [
    "database, shared: with whom",
    RULES,
    "AND (m.person_id = who OR m.unit_id = ANY (units))\n  UNION",
    "\n  UNION",
    SECOND,
  ],
  [
    "database, guardians: of small children only",
    RULES,
    "rettvei.age_on(day, born_first) < 12 THEN 'all'",
    "rettvei.age_on(day, born_first) < 18 THEN 'all'",
    SECOND,
  ],
  [
    "database, a confidential address",
    RULES,
    "WHEN confidential THEN 'nothing'",
    "WHEN false THEN 'nothing'",
    SECOND,
  ],
  [
    "database, a block of a patient",
    RULES,
    "WHERE s.patient_id <> ALL (blocked_patients)",
    "WHERE true",
    SECOND,
  ],
  [
    "database, a block of a course",
    RULES,
    "s.course_id <> ALL (blocked_courses));",
    "true);",
    SECOND,
  ],
  [
    "database, a block in lists",
    RULES,
    "AND patient_id <> ALL ((SELECT rettvei.blocked_patients())::text[])\n      AND course_id <>",
    "AND course_id <>",
    SECOND,
  ],
  [
    "database, the policy of records",
    RULES,
    "CREATE POLICY seen ON rettvei.record FOR SELECT TO rettvei_service USING (",
    "CREATE POLICY seen ON rettvei.record FOR SELECT TO rettvei_service USING (true OR ",
    SECOND,
  ],
  [
    "database, the policy of courses",
    RULES,
    "CREATE POLICY seen ON rettvei.course FOR SELECT TO rettvei_service USING (",
    "CREATE POLICY seen ON rettvei.course FOR SELECT TO rettvei_service USING (true OR ",
    SECOND,
  ],
  [
    "database, the policy of facts",
    RULES,
    "CREATE POLICY seen ON rettvei.fact FOR SELECT TO rettvei_service USING (",
    "CREATE POLICY seen ON rettvei.fact FOR SELECT TO rettvei_service USING (true OR ",
    SECOND,
  ],
  [
    "database, the policy of matters",
    SEEN,
    "ALTER POLICY seen ON rettvei.matter USING (",
    "ALTER POLICY seen ON rettvei.matter USING (true OR ",
    SECOND,
  ],
];

/** True where the test of the layer fails, as it should. */
function noticed(layer) {
  const { status } = spawnSync(
    "npx",
    ["vitest", "run", "packages/service/src/access/generated-access", "-t", layer],
    { stdio: "ignore" },
  );
  return status !== 0;
}

const wanted = process.argv[2] ?? "";
const survivors = [];
for (const [rule, file, from, to, layer] of MUTANTS.filter(([rule]) => rule.includes(wanted))) {
  const source = readFileSync(file, "utf8");
  if (!source.includes(from)) throw new Error(`${file}: expected to find the rule "${rule}"`);
  writeFileSync(
    file,
    source.replace(from, () => to),
  );
  try {
    const seen = noticed(layer);
    console.log(`${seen ? "noticed " : "SURVIVED"}  ${rule}`);
    if (!seen) survivors.push(rule);
  } finally {
    writeFileSync(file, source);
  }
}
console.log(`ACCESS MUTANTS: ${survivors.length} survived`);
process.exitCode = survivors.length === 0 ? 0 : 1;
