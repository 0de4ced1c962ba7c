// Knows the work list as cards, for a narrow window.
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
import type { RowsProps } from "./work-table.tsx";

function DatedCard(props: RowProps) {
  return (
    <>
      <p className="card-date">
        <NextDateCell {...props} />
      </p>
      <p className="subtle">
        <WhyCell {...props} />
      </p>
    </>
  );
}

function UndatedCard(props: RowProps) {
  const { t } = useTexts();
  return (
    <p className="card-date">
      <span>
        {t.list.lastEvent}: <LastEventCell {...props} />
      </span>
    </p>
  );
}

export function Card({ dated, ...props }: RowProps & Pick<RowsProps, "dated">) {
  const { t } = useTexts();
  return (
    <>
      <p className="card-top">
        <span>
          <PatientCell {...props} />
        </span>
        {dated ? (
          <TimeLeftCell {...props} />
        ) : (
          <span className="card-since">
            {t.list.since}: {props.row.daysSinceLastEvent}
          </span>
        )}
      </p>
      <p className="card-pathway">
        <PathwayCell {...props} />
      </p>
      <p className="card-step">
        {t.list.nextStep}:{" "}
        <strong>
          <StepCell {...props} />
        </strong>
      </p>
      {dated ? <DatedCard {...props} /> : <UndatedCard {...props} />}
    </>
  );
}

export function WorkCards({ rows, label, ...rest }: RowsProps) {
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row) => (
        <li key={row.courseId} className="card">
          <Card row={row} {...rest} />
        </li>
      ))}
    </ul>
  );
}
