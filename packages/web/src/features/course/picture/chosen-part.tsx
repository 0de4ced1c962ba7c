// Knows what is told of the piece of the picture that the reader chose: why the date is what it is.
import { useEffect, useRef } from "react";
import type { Course, RecordView } from "../../../app/api/contract.ts";
import { useScreenTexts } from "../../../i18n/screen-texts.ts";
import { useTexts } from "../../../i18n/texts-context.tsx";
import { NextUp } from "../course-header.tsx";
import { recordAnchor } from "../record-anchor.ts";
import { VerdictCard } from "../verdict-card.tsx";
import type { CoursePicture } from "./course-picture.ts";
import { pictureTexts } from "./picture-texts.ts";
import { usePointWords } from "./point-lanes.tsx";

function OfRecord({ words, record }: { readonly words: string; readonly record: RecordView }) {
  const { t: shared, instant } = useTexts();
  const t = useScreenTexts(pictureTexts);
  return (
    <>
      <p>
        <strong>{words}</strong>
      </p>
      <p className="subtle">
        {shared.records.registered(instant(record.recordedAt))}
        {record.code !== null && ` · ${shared.records.code} ${record.code}`}
      </p>
      <a className="ds-link" href={`#${recordAnchor(record.recordId)}`}>
        {t.toRecord}
      </a>
    </>
  );
}

interface ChosenProps {
  readonly course: Course;
  readonly picture: CoursePicture;
  readonly chosen: string;
  readonly onClose: () => void;
}

export function ChosenPart({ course, picture, chosen, onClose }: ChosenProps) {
  const t = useScreenTexts(pictureTexts);
  const wordsOf = usePointWords(course);
  const part = useRef<HTMLDivElement>(null);
  // The picture may be higher than the window: what was asked for is to be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown anew for each choice
  useEffect(() => part.current?.scrollIntoView({ block: "nearest" }), [chosen]);
  const bar = picture.rows.flatMap(({ bars }) => bars).find(({ key }) => key === chosen);
  const point = picture.points.find(({ key }) => key === chosen);
  if (bar === undefined && point === undefined) return null;
  return (
    <div className="picture-part" role="status" ref={part}>
      {bar !== undefined && <VerdictCard verdict={bar.verdict} open />}
      {point !== undefined &&
        (point.record === undefined ? (
          <NextUp course={course} />
        ) : (
          <OfRecord words={wordsOf(point).whole} record={point.record} />
        ))}
      <button type="button" className="ds-button" data-variant="tertiary" onClick={onClose}>
        {t.close}
      </button>
    </div>
  );
}
