// Knows the picture of a course as tables: the same events, the same times, the same answers to why.
import type { Course } from "../../../app/api/contract.ts";
import "../../../components/stacked-table.css";
import { ColumnHeads } from "../../../components/column-heads.tsx";
import { DateKind } from "../../../components/date-kind.tsx";
import { DateText } from "../../../components/date-text.tsx";
import { ToneTag } from "../../../components/tone-tag.tsx";
import { useScreenTexts } from "../../../i18n/screen-texts.ts";
import { useTexts } from "../../../i18n/texts-context.tsx";
import { Trace } from "../trace.tsx";
import { figuresOf, kindOfVerdict, stateOfVerdict } from "../verdict-words.ts";
import type { Bar, CoursePicture, Point } from "./course-picture.ts";
import { pictureTexts } from "./picture-texts.ts";

function PointRow({ course, point }: { readonly course: Course; readonly point: Point }) {
  const { pick, t: shared } = useTexts();
  const t = useScreenTexts(pictureTexts);
  const { record, ahead } = point;
  const { nextStep, nextDate } = course.position;
  const name = record === undefined ? nextStep?.name : record.name;
  const on = record === undefined ? nextDate?.on : record.occurredOn;
  const outcome = record?.outcomeName ?? null;
  return (
    <tr>
      <th scope="row">{name ? pick(name) : (record?.event ?? "")}</th>
      <td>
        {on != null && (
          <>
            {record === undefined && <>{t.by("")} </>}
            <DateText on={on} />
          </>
        )}
      </td>
      <td>
        {record === undefined ? t.expected : outcome === null ? shared.none : pick(outcome)}
        {record !== undefined && ahead && ` (${t.ahead})`}
      </td>
    </tr>
  );
}

function BarRows({ bar }: { readonly bar: Bar }) {
  const { t: shared, pick } = useTexts();
  const t = useScreenTexts(pictureTexts);
  const { verdict } = bar;
  const { title, from, to, end, dueOn } = verdict;
  const close = to ?? end;
  const { tone, words } = stateOfVerdict(verdict, shared);
  const figures = figuresOf(verdict, shared);
  return (
    <tr>
      <th scope="row">{pick(title)}</th>
      <td>
        <DateKind kind={kindOfVerdict(verdict)} />
      </td>
      <td data-label={t.from}>
        <DateText on={from.on} />
      </td>
      <td data-label={t.to}>{close === null ? t.notYet : <DateText on={close.on} />}</td>
      <td data-label={t.lastDay}>{dueOn === null ? shared.none : <DateText on={dueOn} />}</td>
      <td>
        <ToneTag tone={tone}>{words}</ToneTag>
        {figures !== "" && <span className="row-second subtle">{figures}</span>}
      </td>
      <td>
        <details className="why">
          <summary>{dueOn === null ? shared.trace.summaryUndated : shared.trace.summary}</summary>
          <Trace verdict={verdict} />
        </details>
      </td>
    </tr>
  );
}

export function PictureTable({
  course,
  picture,
}: {
  readonly course: Course;
  readonly picture: CoursePicture;
}) {
  const t = useScreenTexts(pictureTexts);
  const bars = picture.rows.flatMap((row) => row.bars);
  return (
    <>
      <table className="ds-table picture-table stacked-table" data-size="sm">
        <caption>{t.events}</caption>
        <ColumnHeads columns={[t.what, t.on, t.outcome]} />
        <tbody>
          {picture.points.map((point) => (
            <PointRow key={point.key} course={course} point={point} />
          ))}
        </tbody>
      </table>
      {bars.length > 0 && (
        <table className="ds-table picture-table stacked-table" data-size="sm">
          <caption>{t.times}</caption>
          <ColumnHeads columns={[t.what, t.kind, t.from, t.to, t.lastDay, t.state, t.why]} />
          <tbody>
            {bars.map((bar) => (
              <BarRows key={bar.key} bar={bar} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
