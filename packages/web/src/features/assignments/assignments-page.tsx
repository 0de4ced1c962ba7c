// Knows who has which of the four tasks in a course, who had them, and how they are handed over.
import { useQuery } from "@tanstack/react-query";
import { courseQuery, sessionQuery } from "../../app/api/queries.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { Answered } from "../../components/answered.tsx";
import { ReasonForm } from "../../components/reason-form.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { Guardians } from "../guardians/guardians.tsx";
import {
  endTask,
  showingTasks,
  TASK_ROLES,
  type TaskRole,
  type Tenure,
  versionedAssignmentsQuery,
} from "./assignment-queries.ts";
import { HolderForm } from "./holder-form.tsx";
import { assignmentTexts } from "./texts.ts";

interface RoleProps {
  readonly courseId: string;
  readonly unitId: string | null;
  readonly role: TaskRole;
  readonly tenure: Tenure | undefined;
  readonly version: number;
  readonly mayGive: boolean;
}

function Holder({ tenure }: Pick<RoleProps, "tenure">) {
  const t = useScreenTexts(assignmentTexts);
  const { date } = useTexts();
  if (tenure === undefined) return <p className="subtle">{t.nobody}</p>;
  const { personName, phone, from } = tenure;
  return (
    <p>
      <strong>{personName}</strong>
      {phone !== null && ` · ${phone}`} <span className="subtle">{t.since(date(from))}</span>
    </p>
  );
}

function Task({ courseId, unitId, role, tenure, version, mayGive }: RoleProps) {
  const t = useScreenTexts(assignmentTexts);
  const end = useWrite(
    (note: string, key) => endTask(courseId, { role, note }, version, key),
    showingTasks(courseId),
  );
  return (
    <section className="form-block" aria-label={t.roles[role]}>
      <h2 className="ds-heading" data-size="xs">
        {t.roles[role]}
      </h2>
      <Holder tenure={tenure} />
      {mayGive && (
        // Who comes to a course that nobody coordinates, comes to give it to somebody.
        <details
          key={tenure?.personId ?? "-"}
          className="fold"
          open={role === "coordinator" && tenure === undefined}
        >
          <summary>{tenure === undefined ? t.give : t.handOver}</summary>
          <HolderForm courseId={courseId} unitId={unitId} role={role} version={version} />
        </details>
      )}
      {mayGive && tenure !== undefined && (
        <ReasonForm title={t.end} label={t.endNote} button={t.end} write={end} />
      )}
    </section>
  );
}

function Earlier({ earlier }: { readonly earlier: readonly Tenure[] }) {
  const t = useScreenTexts(assignmentTexts);
  const { date } = useTexts();
  return (
    <section aria-label={t.earlier}>
      <h2 className="ds-heading" data-size="xs">
        {t.earlier}
      </h2>
      {earlier.length === 0 && <p className="subtle">{t.none}</p>}
      <ul className="plain-list">
        {earlier.toReversed().map(({ role, personName, from, to, notes }) => (
          <li key={`${role} ${personName} ${from} ${to}`}>
            {t.roles[role]}: {personName}{" "}
            <span className="subtle">{t.period(date(from), to === null ? "" : date(to))}</span>
            {notes.map((note) => (
              <p key={note} className="said">
                {note}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function AssignmentsPage({ courseId }: { readonly courseId: string }) {
  const { data: course } = useQuery(courseQuery(courseId));
  const { data: session } = useQuery(sessionQuery);
  const role = session?.held?.role;
  const unitId = course?.position.unitId ?? null;
  return (
    <Answered question={useQuery(versionedAssignmentsQuery(courseId))}>
      {({ body: { held, earlier }, version = 0 }) => (
        <div className="sheet">
          {TASK_ROLES.map((one) => (
            <Task
              key={one}
              courseId={courseId}
              unitId={unitId}
              role={one}
              tenure={held.find((tenure) => tenure.role === one)}
              version={version}
              mayGive={role === "coordinator" || role === "leader"}
            />
          ))}
          {course !== undefined && <Guardians course={course} role={role} />}
          <Earlier earlier={earlier} />
        </div>
      )}
    </Answered>
  );
}
