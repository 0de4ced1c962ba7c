// Knows what a writer is told, quietly, of the saving of a draft; and the choice where it was saved elsewhere too.

import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { draftOf, readDraft } from "./draft-asking.ts";
import { continueDraft, type KeptDraft, keepMine } from "./kept-draft.ts";
import { writingTexts } from "./texts.ts";

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Oslo",
  timeStyle: "short",
});

function Elsewhere({ draftId }: { readonly draftId: string }) {
  const t = useScreenTexts(writingTexts);
  const take = async (): Promise<void> => {
    const theirs = await readDraft(draftId);
    continueDraft(draftOf(theirs.content), theirs);
  };
  const keep = async (): Promise<void> => keepMine(await readDraft(draftId));
  return (
    <div role="alert" className="ds-alert" data-color="warning">
      <p>{t.elsewhere}</p>
      <p className="form-ways">
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => void take()}
        >
          {t.takeTheirs}
        </button>
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => void keep()}
        >
          {t.keepMine}
        </button>
      </p>
    </div>
  );
}

export function DraftLine({ kept }: { readonly kept: KeptDraft | undefined }) {
  const t = useScreenTexts(writingTexts);
  const { t: all } = useTexts();
  if (kept?.trouble === "elsewhere" && kept.saved !== undefined)
    return <Elsewhere draftId={kept.saved.draftId} />;
  if (kept?.trouble === "failed") return <p className="subtle">{t.notSaved}</p>;
  if (kept?.saved === undefined) return null;
  return <p className="subtle">{t.saved(all.time(clock.format(new Date(kept.saved.savedAt))))}</p>;
}
