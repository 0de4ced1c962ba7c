// Knows how what waits is listed: what, of whom, by when, and the way to where it is done.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Task, TaskType } from "../../app/api/contract.ts";
import { sessionQuery } from "../../app/api/queries.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { SelectField } from "../../components/field.tsx";
import { type StackedRow, StackedTable } from "../../components/stacked-table.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { addressFor, doneByOthers } from "./task-way.ts";
import { taskTexts } from "./texts.ts";
import "./tasks.css";

/** What the day of a matter rests on; of the others no source sets it: the house does. */
const KINDS: Partial<Record<TaskType, "statutory" | "planned">> = {
  referral: "statutory",
  evaluation: "planned",
  closing: "planned",
  detox: "planned",
  agreement: "planned",
};

function TaskName({ task }: { readonly task: Task }) {
  const t = useScreenTexts(taskTexts);
  const { t: all } = useTexts();
  const { data: session } = useQuery(sessionQuery);
  const role = session?.held?.role;
  const name = t.types[task.type];
  if (role === undefined) return name;
  const to = addressFor(task, role);
  const others = doneByOthers(task, role).map((one) => all.session.roles[one]);
  return (
    <span className="task-name">
      {to === undefined ? (
        name
      ) : (
        <Link to={to} className="ds-link">
          {name}
        </Link>
      )}
      {others.length > 0 && <span className="subtle">{t.doneBy(others)}</span>}
    </span>
  );
}

function useTaskCells(): (task: Task) => StackedRow["cells"] {
  const t = useScreenTexts(taskTexts);
  const { t: all } = useTexts();
  return (task) => {
    const { type, patient, dueOn, daysLeft } = task;
    const kind = KINDS[type] ?? "own";
    const past = kind === "statutory" ? "breach" : "over";
    return [
      <TaskName key="what" task={task} />,
      patient === null ? t.noPatient : (patient.name ?? all.list.unnamed(patient.patientId)),
      <span key="due" className="task-due">
        <DateText on={dueOn} /> <DateKind kind={kind}>{t.dueKinds[kind]}</DateKind>
      </span>,
      <ToneTag key="left" tone={daysLeft < 0 ? past : daysLeft <= 2 ? "soon" : "calm"}>
        {t.onDay(daysLeft)}
      </ToneTag>,
    ];
  };
}

export function TaskList({
  tasks,
  over,
}: {
  readonly tasks: readonly Task[];
  readonly over: number;
}) {
  const t = useScreenTexts(taskTexts);
  const cellsOf = useTaskCells();
  const [type, setType] = useState("");
  const types = [...new Set(tasks.map((task) => task.type))];
  const shown = tasks.filter((task) => type === "" || task.type === type);
  if (tasks.length === 0) return <p>{t.none}</p>;
  return (
    <div className="sheet">
      {over > 0 && <p>{t.over(over)}</p>}
      {types.length > 1 && (
        <SelectField label={t.show} value={type} onChange={setType}>
          <option value="">{t.all}</option>
          {types.map((one) => (
            <option key={one} value={one}>
              {t.types[one]}
            </option>
          ))}
        </SelectField>
      )}
      <StackedTable
        title={t.waits}
        columns={[t.what, t.who, t.due, t.left]}
        rows={shown.map((task) => ({ key: task.matterId, cells: cellsOf(task) }))}
      />
    </div>
  );
}
