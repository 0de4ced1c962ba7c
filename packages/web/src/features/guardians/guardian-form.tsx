// Knows the form by which a unit registers a child's guardian.
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { DateField } from "../../components/field.tsx";
import { LineField, TickField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { type NewGuardian, registerGuardian, representationsQuery } from "./guardian-queries.ts";
import { guardianTexts } from "./texts.ts";

const EMPTY = { code: "", name: "", until: "", atChildsAddress: false };

export function GuardianForm({ patientId }: { readonly patientId: string }) {
  const t = useScreenTexts(guardianTexts);
  const [given, setGiven] = useState(EMPTY);
  const change = (part: Partial<typeof EMPTY>) => setGiven({ ...given, ...part });
  const write = useWrite(
    (guardian: NewGuardian, key) => registerGuardian(patientId, guardian, key),
    [representationsQuery(patientId).queryKey],
  );
  const send = () => {
    const { code, name, until, atChildsAddress } = given;
    if (until === "") return;
    const person = { personId: code.trim(), personName: name.trim() };
    write.send({ actsAs: "guardian", ...person, atChildsAddress, purpose: t.purpose, until }, () =>
      setGiven(EMPTY),
    );
  };
  return (
    <details className="fold">
      <summary>{t.register}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <LineField
          label={t.code}
          hint={t.codeHint}
          required
          value={given.code}
          onChange={(code) => change({ code })}
        />
        <LineField
          label={t.name}
          required
          value={given.name}
          onChange={(name) => change({ name })}
        />
        <TickField
          label={t.atAddress}
          checked={given.atChildsAddress}
          onChange={(atChildsAddress) => change({ atChildsAddress })}
        />
        <p className="subtle">{t.atAddressHint}</p>
        <DateField label={t.lastDay} value={given.until} onChange={(until) => change({ until })} />
        <WriteButton write={write} variant="secondary">
          {t.save}
        </WriteButton>
      </form>
    </details>
  );
}
