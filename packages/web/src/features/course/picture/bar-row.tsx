// Knows how the bars of one rule are drawn: what was used, what is over, the limit by its kind, and what is left.
import type { VerdictView } from "../../../app/api/contract.ts";
import { KindShape } from "../../../components/date-kind.tsx";
import { useTexts } from "../../../i18n/texts-context.tsx";
import { figuresOf, kindOfVerdict, stateOfVerdict } from "../verdict-words.ts";
import type { Bar, Row } from "./course-picture.ts";
import { type Scale, textWidth } from "./scale.ts";
import { Sign } from "./sign.tsx";
import { Unspoken } from "./unspoken.tsx";

export const ROW_HEIGHT = 64;
const BAR_TOP = 40;
const BAR_HEIGHT = 12;
const SHAPE = 18;

/** All that the bar says, for who does not see it. */
function useBarName(): (verdict: VerdictView) => string {
  const { t, pick, date } = useTexts();
  return (verdict) => {
    const { title, from, to, end, dueOn } = verdict;
    const close = to ?? end;
    return [
      pick(title),
      t.kinds[kindOfVerdict(verdict)],
      `${date(from.on)}${close === null ? "" : ` – ${date(close.on)}`}`,
      ...(dueOn === null ? [] : [`${t.verdict.lastDay} ${date(dueOn)}`]),
      stateOfVerdict(verdict, t).words,
      figuresOf(verdict, t),
    ]
      .filter((part) => part !== "")
      .join(". ");
  };
}

function Limit({ bar, scale }: { readonly bar: Bar; readonly scale: Scale }) {
  if (bar.due === undefined) return null;
  const x = scale.x(bar.due);
  const kind = kindOfVerdict(bar.verdict);
  return (
    <>
      <line
        x1={x}
        x2={x}
        y1={BAR_TOP - 5}
        y2={BAR_TOP + BAR_HEIGHT + 5}
        className="picture-limit"
      />
      <svg
        x={x - SHAPE / 2}
        y={BAR_TOP + BAR_HEIGHT / 2 - SHAPE / 2}
        width={SHAPE}
        height={SHAPE}
        viewBox="0 0 18 18"
        className="picture-kind"
        data-kind={kind}
        aria-hidden="true"
      >
        <KindShape kind={kind} />
      </svg>
    </>
  );
}

function BarShapes({ bar, scale }: { readonly bar: Bar; readonly scale: Scale }) {
  const { from, until, due, least, verdict } = bar;
  const { x } = scale;
  const used = Math.min(until, due ?? until);
  const y = BAR_TOP;
  const part = (a: number, b: number) => ({
    x: x(a),
    width: Math.max(x(b) - x(a), 2),
    y,
    height: BAR_HEIGHT,
  });
  return (
    <>
      {due !== undefined && due > until && (
        <rect {...part(until, due)} className="picture-left" data-open={verdict.open} />
      )}
      <rect
        {...part(from, used)}
        className="picture-used"
        data-certain={due !== undefined}
        data-applies={verdict.verdict !== "not-applicable"}
      />
      {due !== undefined && until > due && (
        <>
          <rect {...part(due, until)} className="picture-over" />
          <rect {...part(due, until)} className="picture-over-lines" fill="url(#picture-hatch)" />
        </>
      )}
      {least !== undefined && (
        <line
          x1={x(least)}
          x2={x(least)}
          y1={y - 3}
          y2={y + BAR_HEIGHT + 3}
          className="picture-least"
        />
      )}
      <Limit bar={bar} scale={scale} />
    </>
  );
}

interface BarRowProps {
  readonly row: Row;
  readonly scale: Scale;
  readonly y: number;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** The words stand above the last bar, for that is the one that somebody can still do something about. */
function RowWords({ row, scale }: Pick<BarRowProps, "row" | "scale">) {
  const { t, pick } = useTexts();
  const last = row.bars.at(-1) ?? row.bars[0];
  const title = pick(last.verdict.title);
  const state = `${t.kinds[kindOfVerdict(last.verdict)]} · ${stateOfVerdict(last.verdict, t).words}`;
  const wide = Math.max(textWidth(title, 13), textWidth(state, 12));
  const x = Math.max(2, Math.min(scale.x(last.from), scale.width - wide));
  return (
    <Unspoken>
      <text x={x} y={14} className="picture-title">
        {title}
      </text>
      <text x={x} y={29} className="picture-words">
        {state}
      </text>
    </Unspoken>
  );
}

export function BarRow({ row, scale, y, chosen, onChoose }: BarRowProps) {
  const nameOf = useBarName();
  return (
    <g transform={`translate(0 ${y})`}>
      <RowWords row={row} scale={scale} />
      {row.bars.map((bar) => {
        const end = Math.max(bar.until, bar.due ?? bar.until);
        const [left, right] = [scale.x(bar.from), scale.x(end)];
        return (
          <Sign
            key={bar.key}
            name={nameOf(bar.verdict)}
            chosen={chosen === bar.key}
            onChoose={() => onChoose(bar.key)}
          >
            <rect
              x={left - 4}
              y={BAR_TOP - 6}
              width={Math.max(right - left, 2) + 8}
              height={BAR_HEIGHT + 12}
              rx={4}
              className="picture-reach"
            />
            <BarShapes bar={bar} scale={scale} />
          </Sign>
        );
      })}
    </g>
  );
}
