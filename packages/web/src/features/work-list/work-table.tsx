// Knows the columns and cells of a work list as a table, for a wide window, and a short one whole.
import type { Texts, WorkRow } from "../../app/api/contract.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import {
  LastEventCell,
  NextDateCell,
  PathwayCell,
  PatientCell,
  type RowProps,
  StepCell,
  TimeLeftCell,
  WhyCell,
} from "./row-cells.tsx";

export interface RowsProps {
  readonly rows: readonly WorkRow[];
  readonly asOf: string;
  readonly names: Texts | undefined;
  readonly dated: boolean;
  /** Says which list this is. */
  readonly label: string;
}

interface Column {
  readonly id: string;
  readonly name: string;
}

export function useColumns(dated: boolean): readonly Column[] {
  const { t } = useTexts();
  const { patient, pathwayAndPhase, nextStep, nextDate, timeLeft, why, lastEvent, since } = t.list;
  const shared = [
    { id: "patient", name: patient },
    { id: "pathway", name: pathwayAndPhase },
    { id: "step", name: nextStep },
  ];
  return dated
    ? [
        ...shared,
        { id: "date", name: nextDate },
        { id: "left", name: timeLeft },
        { id: "why", name: why },
      ]
    : [...shared, { id: "last", name: lastEvent }, { id: "since", name: since }];
}

export function TableHead({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ id, name }) => (
          <th key={id} scope="col" data-column={id}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function DatedCells(props: RowProps) {
  return (
    <>
      <td>
        <NextDateCell {...props} />
      </td>
      <td>
        <TimeLeftCell {...props} />
      </td>
      <td>
        <WhyCell {...props} />
      </td>
    </>
  );
}

function UndatedCells(props: RowProps) {
  const { t } = useTexts();
  return (
    <>
      <td>
        <LastEventCell {...props} />
      </td>
      <td className="figure">{t.left.ago(props.row.daysSinceLastEvent)}</td>
    </>
  );
}

export function RowCells({ dated, ...props }: RowProps & Pick<RowsProps, "dated">) {
  return (
    <>
      <th scope="row">
        <PatientCell {...props} />
      </th>
      <td>
        <PathwayCell {...props} />
      </td>
      <td>
        <StepCell {...props} />
      </td>
      {dated ? <DatedCells {...props} /> : <UndatedCells {...props} />}
    </>
  );
}

/** All rows at once: for paper, and for what a search has found. */
export function WorkTable({ rows, label, ...rest }: RowsProps) {
  return (
    <table className="ds-table work-table" data-size="sm">
      <caption className="visually-hidden">{label}</caption>
      <TableHead columns={useColumns(rest.dated)} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.courseId}>
            <RowCells row={row} {...rest} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
