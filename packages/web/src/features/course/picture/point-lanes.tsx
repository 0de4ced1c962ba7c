// Knows how events are drawn: a dot with its name for each, in as many lanes as the names need.

import type { Course } from "../../../app/api/contract.ts";
import { useScreenTexts } from "../../../i18n/screen-texts.ts";
import { useTexts } from "../../../i18n/texts-context.tsx";
import type { Point } from "./course-picture.ts";
import { pictureTexts } from "./picture-texts.ts";
import type { Placed } from "./scale.ts";
import { Sign } from "./sign.tsx";

export const LANE_HEIGHT = 25;
const RADIUS = 6;
/** From the middle of the dot to its name. */
export const NAME_AT = 11;

interface Words {
  /** What stands beside the dot. */
  readonly short: string;
  /** All of it, for who does not see the picture. */
  readonly whole: string;
}

export function usePointWords(course: Course): (point: Point) => Words {
  const { pick, date } = useTexts();
  const t = useScreenTexts(pictureTexts);
  return ({ record, ahead }) => {
    if (record === undefined) {
      const { nextStep, nextDate } = course.position;
      const name = nextStep === null ? "" : pick(nextStep.name);
      const on = nextDate === null ? "" : date(nextDate.on);
      return { short: t.next(name), whole: `${t.next(name)}, ${t.by(on)}` };
    }
    const name = record.name === null ? (record.event ?? "") : pick(record.name);
    const outcome = record.outcomeName === null ? [] : [pick(record.outcomeName)];
    const on = record.occurredOn === null ? [] : [date(record.occurredOn)];
    const whole = [name, ...outcome, ...on, ...(ahead ? [t.ahead] : [])].join(", ");
    return { short: name, whole };
  };
}

interface LanesProps {
  readonly course: Course;
  readonly points: readonly Placed<Point>[];
  readonly y: number;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

export function PointLanes({ course, points, y, chosen, onChoose }: LanesProps) {
  const wordsOf = usePointWords(course);
  const inTime = points.toSorted((a, b) => a.item.day - b.item.day);
  return (
    <g transform={`translate(0 ${y})`}>
      {inTime.map(({ item, x, lane, before }) => {
        const { short, whole } = wordsOf(item);
        const middle = lane * LANE_HEIGHT + LANE_HEIGHT / 2;
        return (
          <Sign
            key={item.key}
            name={whole}
            chosen={chosen === item.key}
            onChoose={() => onChoose(item.key)}
          >
            <circle cx={x} cy={middle} r={RADIUS + 4} className="picture-reach" />
            <circle cx={x} cy={middle} r={RADIUS} className="picture-dot" data-ahead={item.ahead} />
            <text
              x={before ? x - NAME_AT : x + NAME_AT}
              y={middle + 4.5}
              textAnchor={before ? "end" : "start"}
              className="picture-name"
              data-ahead={item.ahead}
            >
              {short}
            </text>
          </Sign>
        );
      })}
    </g>
  );
}
