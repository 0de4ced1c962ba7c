// Knows how an event and its outcome are chosen in one go: those that the phase expects first.
import type { Course, EventChoice } from "../../app/api/contract.ts";
import { SelectField } from "../../components/field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import type { Draft } from "./draft.ts";
import { courseTexts } from "./texts.ts";

/** Neither ids of events nor of outcomes hold a space. */
const optionOf = (event: string, outcome: string): string =>
  event === "" ? "" : `${event} ${outcome}`;

function Options({ choices }: { readonly choices: readonly EventChoice[] }) {
  const { pick } = useTexts();
  const t = useScreenTexts(courseTexts);
  return choices.flatMap(({ event, name, outcomes }) => {
    const word = pick(name);
    if (outcomes.length === 0)
      return (
        <option key={event} value={optionOf(event, "")}>
          {word}
        </option>
      );
    return [
      ...outcomes.map((outcome) => (
        <option key={optionOf(event, outcome.id)} value={optionOf(event, outcome.id)}>
          {`${word}: ${pick(outcome.name)}`}
        </option>
      )),
      <option key={event} value={optionOf(event, "")}>
        {t.withoutOutcome(word)}
      </option>,
    ];
  });
}

interface ChoiceProps {
  readonly course: Course;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** An outcome that the edition does not have stays what it is until another is chosen. */
export function EventChoiceField({ course, draft, onChange }: ChoiceProps) {
  const { t } = useTexts();
  const isExpected = ({ event }: EventChoice): boolean =>
    course.expected.some((expected) => expected.event === event);
  const expected = course.registrable.filter(isExpected);
  const others = course.registrable.filter((choice) => !isExpected(choice));
  const chosen = course.registrable.find(({ event }) => event === draft.event);
  const known =
    draft.event === "" ||
    (chosen !== undefined &&
      (draft.outcome === "" || chosen.outcomes.some(({ id }) => id === draft.outcome)));
  return (
    <SelectField
      label={t.registration.event}
      value={optionOf(draft.event, draft.outcome)}
      onChange={(value) => {
        const [event = "", outcome = ""] = value.split(" ");
        onChange({ ...draft, event, outcome });
      }}
    >
      <option value="">{t.registration.choose}</option>
      {!known && (
        <option value={optionOf(draft.event, draft.outcome)}>
          {[draft.event, draft.outcome].filter((part) => part !== "").join(": ")}
        </option>
      )}
      {expected.length > 0 && (
        <optgroup label={t.registration.expected}>
          <Options choices={expected} />
        </optgroup>
      )}
      <optgroup label={t.registration.others}>
        <Options choices={others} />
      </optgroup>
    </SelectField>
  );
}
