// Knows what is said when registrations are saved, and how they are undone: by taking each of them away.
import type { Course } from "../../app/api/contract.ts";
import { Failure } from "../../components/failure.tsx";
import { inSentence } from "../../i18n/dates.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { useRegister } from "./use-register.ts";

export interface SavedRecord {
  readonly recordId: string;
  readonly event: string;
  readonly on: string;
}

interface SavedProps {
  readonly course: Course;
  readonly saved: readonly SavedRecord[];
  readonly onUndone: () => void;
}

function useSavedWords(course: Course): (saved: SavedRecord) => string {
  const { t, pick, date } = useTexts();
  return ({ recordId, event, on }) => {
    const name = course.records.find((record) => record.recordId === recordId)?.name;
    return t.registration.saved(name ? inSentence(pick(name)) : event, date(on));
  };
}

export function SavedNote({ course, saved, onUndone }: SavedProps) {
  const { t } = useTexts();
  const undo = useRegister(course);
  const wordsOf = useSavedWords(course);
  if (undo.isSaved)
    return (
      <p className="saved" role="status">
        {t.registration.undone}
      </p>
    );
  const voids = saved.map(({ recordId }) => ({ voids: recordId }));
  return (
    <div className="saved">
      <p role="status">{saved.map(wordsOf).join(" ")}</p>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        aria-disabled={undo.isSaving}
        onClick={() => undo.isSaving || undo.save(voids, { onSaved: onUndone })}
      >
        {t.registration.undo}
      </button>
      {undo.error !== null && <Failure error={undo.error} />}
    </div>
  );
}
