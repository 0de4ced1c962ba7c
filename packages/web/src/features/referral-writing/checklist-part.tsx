// Knows the checklist beside a referral that is written: each point with who answers for it, an answer and words.
import type { Schemas } from "../../app/api/client.ts";
import { ToneTag } from "../../components/tone-tag.tsx";
import { ChoiceField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { answerOf, type DraftPoint, type PointAnswer } from "./referral-draft.ts";
import { writingTexts } from "./texts.ts";

export interface ChecklistItem {
  readonly item: string;
  readonly text: Schemas["Text"];
  readonly role: string;
}

const ANSWERS: readonly PointAnswer[] = ["present", "absent", "not-relevant"];

const anchorOf = (item: string): string => `point-${item}`;

function useRoleName(): (role: string) => string {
  const t = useScreenTexts(writingTexts);
  const names: Readonly<Record<string, string>> = t.roles;
  return (role) => names[role] ?? t.roles.other;
}

function Point({
  item,
  point,
  onChange,
}: {
  readonly item: ChecklistItem;
  readonly point: DraftPoint | undefined;
  readonly onChange: (point: DraftPoint) => void;
}) {
  const t = useScreenTexts(writingTexts);
  const { pick } = useTexts();
  const roleName = useRoleName();
  const text = pick(item.text);
  const answer = answerOf(point);
  const words = point?.text ?? "";
  return (
    <li className="point" id={anchorOf(item.item)} tabIndex={-1}>
      <p className="point-text">
        {text} <span className="subtle">{roleName(item.role)}</span>
      </p>
      <div className="point-answer">
        <ChoiceField
          legend={<span className="visually-hidden">{t.answerOf(text)}</span>}
          value={answer}
          choices={ANSWERS.map((id) => [id, t.answers[id]] as const)}
          onChange={(chosen) => onChange({ answer: chosen, text: words })}
        />
        {answer !== "not-relevant" && (
          <textarea
            className="ds-input words-field point-words"
            rows={1}
            maxLength={10_000}
            aria-label={t.textOf(text)}
            value={words}
            onChange={({ target }) =>
              onChange({
                ...(point?.answer === undefined || point.answer === "absent"
                  ? {}
                  : { answer: point.answer }),
                text: target.value,
              })
            }
          />
        )}
      </div>
    </li>
  );
}

export function ChecklistPart({
  items,
  edition,
  missing,
  points,
  onChange,
}: {
  readonly items: readonly ChecklistItem[];
  readonly edition: string;
  readonly missing: readonly string[];
  readonly points: Readonly<Record<string, DraftPoint>>;
  readonly onChange: (item: string, point: DraftPoint) => void;
}) {
  const t = useScreenTexts(writingTexts);
  const { date } = useTexts();
  const [first] = missing;
  return (
    <section aria-labelledby="checklist-title" className="checklist">
      <div className="checklist-head">
        <h2 id="checklist-title" className="ds-heading" data-size="xs">
          {t.checklist}
        </h2>
        <span className="subtle">{t.checklistFrom(date(edition))}</span>
        <p role="status">
          <ToneTag tone={missing.length === 0 ? "good" : "none"}>
            {missing.length === 0
              ? t.complete
              : t.progress(items.length - missing.length, items.length)}
          </ToneTag>
        </p>
        {first !== undefined && (
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            onClick={() => {
              const row = document.getElementById(anchorOf(first));
              row?.scrollIntoView({ block: "center" });
              row?.querySelector("input")?.focus({ preventScroll: true });
            }}
          >
            {t.toFirstMissing}
          </button>
        )}
      </div>
      <ol className="plain-list points">
        {items.map((item) => (
          <Point
            key={item.item}
            item={item}
            point={points[item.item]}
            onChange={(point) => onChange(item.item, point)}
          />
        ))}
      </ol>
    </section>
  );
}
