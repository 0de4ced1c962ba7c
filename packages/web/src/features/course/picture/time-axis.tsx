// Knows how time is drawn in the picture: months, and the day that the course is judged as of.
import { useScreenTexts } from "../../../i18n/screen-texts.ts";
import { useTexts } from "../../../i18n/texts-context.tsx";
import type { CoursePicture } from "./course-picture.ts";
import { pictureTexts } from "./picture-texts.ts";
import { monthMarks, type Scale, textWidth } from "./scale.ts";
import { Unspoken } from "./unspoken.tsx";

export const AXIS_HEIGHT = 42;

interface AxisProps {
  readonly picture: CoursePicture;
  readonly scale: Scale;
  readonly height: number;
}

export function TimeAxis({ picture, scale, height }: AxisProps) {
  const { t } = useTexts();
  const marks = monthMarks(picture.first, picture.last, scale);
  return (
    <Unspoken>
      {marks.map(({ day, month, year }, at) => {
        const x = scale.x(day);
        const named = t.months[month - 1]?.slice(0, 3) ?? "";
        const short = month === 1 || at === 0 ? `${named} ${year}` : named;
        return (
          <g key={day}>
            <line x1={x} x2={x} y1={20} y2={height} className="picture-month" />
            {x + textWidth(short, 12) < scale.width && (
              <text x={x + 3} y={32} className="picture-words">
                {short}
              </text>
            )}
          </g>
        );
      })}
    </Unspoken>
  );
}

/** Drawn last, over everything. */
export function TodayLine({
  picture,
  scale,
  height,
  asOf,
  isToday,
}: AxisProps & { readonly asOf: string; readonly isToday: boolean }) {
  const { date } = useTexts();
  const t = useScreenTexts(pictureTexts);
  const words = isToday ? t.today(date(asOf)) : t.asOf(date(asOf));
  const x = scale.x(picture.today);
  const half = textWidth(words, 12) / 2;
  const middle = Math.max(half, Math.min(x, scale.width - half));
  return (
    <Unspoken>
      <line x1={x} x2={x} y1={18} y2={height} className="picture-today" />
      <text x={middle} y={12} textAnchor="middle" className="picture-today-words">
        {words}
      </text>
    </Unspoken>
  );
}
