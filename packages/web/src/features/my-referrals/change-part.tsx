// Knows how something is added to a referral that waits, and how it is withdrawn.
import { useState } from "react";
import { answered, api, changing } from "../../app/api/client.ts";
import { myReferralsQuery, referralQuery } from "../../app/api/referral-queries.ts";
import { useWriting } from "../../app/api/use-writing.ts";
import { Failure } from "../../components/failure.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { myReferralsTexts } from "./texts.ts";

type Doing = "add" | "withdraw";

interface Which {
  readonly referralId: string;
  readonly version: number;
}

function useChange({ referralId, version }: Which, doing: Doing, onDone: () => void) {
  const path = { referralId };
  return useWriting({
    write: async (words: string, key) => {
      const params = { path, header: changing(key, version) };
      if (doing === "add") {
        const body = { note: words };
        await answered(api.POST("/api/referrals/{referralId}/changes", { params, body }));
      } else {
        const body = { reason: words };
        await answered(api.POST("/api/referrals/{referralId}/cancel", { params, body }));
      }
    },
    changes: [referralQuery(referralId).queryKey, myReferralsQuery.queryKey],
    onDone,
  });
}

function ChangeForm({
  which,
  doing,
  onEnd,
}: {
  readonly which: Which;
  readonly doing: Doing;
  readonly onEnd: () => void;
}) {
  const t = useScreenTexts(myReferralsTexts);
  const [words, setWords] = useState("");
  const { mutate, isPending, error } = useChange(which, doing, onEnd);
  const adding = doing === "add";
  const name = adding ? t.addSend : t.withdrawSend;
  return (
    <div className="panel">
      <WordsField
        label={adding ? t.add : t.withdrawWhy}
        {...(adding ? { hint: t.addHint } : {})}
        value={words}
        onChange={setWords}
      />
      <div className="form-ways">
        <button
          type="button"
          className="ds-button"
          data-color={adding ? "accent" : "danger"}
          disabled={words.trim() === "" || isPending}
          onClick={() => mutate(words.trim())}
        >
          {isPending ? t.sending : name}
        </button>
        <button type="button" className="ds-button" data-variant="tertiary" onClick={onEnd}>
          {t.cancel}
        </button>
      </div>
      {error !== null && <Failure error={error} />}
    </div>
  );
}

export function ChangePart(which: Which) {
  const t = useScreenTexts(myReferralsTexts);
  const [doing, setDoing] = useState<Doing>();
  if (doing !== undefined) {
    return <ChangeForm which={which} doing={doing} onEnd={() => setDoing(undefined)} />;
  }
  return (
    <div className="form-ways">
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        onClick={() => setDoing("add")}
      >
        {t.add}
      </button>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        onClick={() => setDoing("withdraw")}
      >
        {t.withdraw}
      </button>
    </div>
  );
}
