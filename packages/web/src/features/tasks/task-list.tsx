// Knows how what waits is listed: what, of whom, by when, and the way to where it is done.
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { SelectField } from "../../components/field.tsx";
import { type StackedRow, StackedTable } from "../../components/stacked-table.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { taskTexts } from "./texts.ts";
import "./tasks.css";

interface Task {
  readonly matterId: string;
  readonly type: string;
  readonly patient: { readonly patientId: string; readonly name: string | null } | null;
  readonly courseId: string | null;
  readonly unitId: string | null;
  readonly dueOn: string;
  readonly daysLeft: number;
}

type Type = keyof (typeof taskTexts)["nb"]["types"];

const isType = (type: string): type is Type => type in taskTexts.nb.types;

/** Where below its course a matter is seen to; the course's first screen where it is not named. */
const WAYS: Partial<Record<Type, string>> = {
  voice: "voices",
  question: "voices",
  plan: "plan",
  evaluation: "evaluation",
  closing: "closing",
  "follow-up-plan": "closing",
  detox: "detox",
  transfer: "transfer",
};

/** Where at its unit a matter is seen to that is no course's. */
const UNIT_WAYS: Partial<Record<Type, string>> = {
  received: "received",
  message: "messages",
  "glass-review": "leader",
};

function unitAddressOf({ type, unitId }: Task): string | undefined {
  if (type === "agreement") return "/agreements";
  const below = isType(type) ? UNIT_WAYS[type] : undefined;
  if (below === undefined || unitId === null) return undefined;
  return `/units/${encodeURIComponent(unitId)}/${below}`;
}

function addressOf(task: Task): string | undefined {
  const { type, courseId, matterId } = task;
  if (type === "referral") return `/referrals/${encodeURIComponent(matterId)}`;
  if (type === "received" || type === "message" || courseId === null) return unitAddressOf(task);
  const below = isType(type) ? WAYS[type] : undefined;
  const course = `/courses/${encodeURIComponent(courseId)}`;
  return below === undefined ? course : `${course}/${below}`;
}

/** What the day of a matter rests on; of the others no source sets it: the house does. */
const KINDS: Partial<Record<Type, "statutory" | "planned">> = {
  referral: "statutory",
  evaluation: "planned",
  closing: "planned",
  detox: "planned",
  agreement: "planned",
};

function TaskName({ task }: { readonly task: Task }) {
  const t = useScreenTexts(taskTexts);
  const { type } = task;
  const name = isType(type) ? t.types[type] : t.other;
  const to = addressOf(task);
  if (to === undefined) return name;
  return (
    <Link to={to} className="ds-link">
      {name}
    </Link>
  );
}

function useTaskCells(): (task: Task) => StackedRow["cells"] {
  const t = useScreenTexts(taskTexts);
  const { t: all } = useTexts();
  return (task) => {
    const { type, patient, dueOn, daysLeft } = task;
    const kind = (isType(type) ? KINDS[type] : undefined) ?? "own";
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
              {isType(one) ? t.types[one] : t.other}
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
