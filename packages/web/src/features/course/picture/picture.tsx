// Knows the whole picture of a course: time from left to right, events in lanes, and a row of bars for each rule.
import type { Course } from "../../../app/api/contract.ts";
import { BarRow, ROW_HEIGHT } from "./bar-row.tsx";
import type { CoursePicture } from "./course-picture.ts";
import { LANE_HEIGHT, NAME_AT, PointLanes, usePointWords } from "./point-lanes.tsx";
import { placed, scaleOf, textWidth } from "./scale.ts";
import { AXIS_HEIGHT, TimeAxis, TodayLine } from "./time-axis.tsx";

interface PictureProps {
  readonly course: Course;
  readonly picture: CoursePicture;
  /** Pixels that there are from side to side. */
  readonly room: number;
  readonly name: string;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** What is over a limit is hatched: it shows without colour. */
function Hatch() {
  return (
    <defs>
      <pattern
        id="picture-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1="0" x2="0" y1="0" y2="6" className="picture-hatch-line" />
      </pattern>
    </defs>
  );
}

export function Picture({ course, picture, room, name, chosen, onChoose }: PictureProps) {
  const wordsOf = usePointWords(course);
  const scale = scaleOf(picture.first, picture.last, room);
  const points = placed(
    picture.points.map((item) => ({
      item,
      x: scale.x(item.day),
      reserved: NAME_AT + textWidth(wordsOf(item).short, 13),
    })),
    scale.width,
  );
  const lanes = Math.max(...points.map(({ lane }) => lane + 1));
  const rowsAt = AXIS_HEIGHT + lanes * LANE_HEIGHT + 10;
  const height = rowsAt + picture.rows.length * ROW_HEIGHT + 6;
  const choice = { chosen, onChoose };
  return (
    // biome-ignore lint/a11y/useSemanticElements: what groups a form's fields is no picture
    <svg
      className="picture"
      role="group"
      aria-label={name}
      width={scale.width}
      height={height}
      viewBox={`0 0 ${scale.width} ${height}`}
    >
      <Hatch />
      <TimeAxis picture={picture} scale={scale} height={height} />
      <TodayLine
        picture={picture}
        scale={scale}
        height={height}
        asOf={course.asOf}
        isToday={course.knownOn === null}
      />
      <PointLanes course={course} points={points} y={AXIS_HEIGHT} {...choice} />
      {picture.rows.map((row, at) => (
        <BarRow key={row.key} row={row} scale={scale} y={rowsAt + at * ROW_HEIGHT} {...choice} />
      ))}
    </svg>
  );
}
