// Knows the work list as a table, for a wide window.
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

function TableRow({ dated, ...props }: RowProps & Pick<RowsProps, "dated">) {
  return (
    <tr>
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
    </tr>
  );
}

export function WorkTable({ rows, label, ...rest }: RowsProps) {
  const { t } = useTexts();
  const { patient, pathwayAndPhase, nextStep, nextDate, timeLeft, why, lastEvent, since } = t.list;
  const columns = [patient, pathwayAndPhase, nextStep].concat(
    rest.dated ? [nextDate, timeLeft, why] : [lastEvent, since],
  );
  return (
    <table className="ds-table work-table" data-size="sm">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.courseId} row={row} {...rest} />
        ))}
      </tbody>
    </table>
  );
}
