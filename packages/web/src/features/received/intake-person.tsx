// Knows how it is shown and changed who of a unit sees to messages that come.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unitPeopleQuery } from "../../app/api/queries.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { SelectField } from "../../components/field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { CHANGED, type IntakePerson, nameIntakePerson } from "./received-queries.ts";
import { receivedTexts } from "./texts.ts";

interface PartProps {
  readonly unitId: string;
  readonly person: IntakePerson | null;
}

function PersonForm({ unitId, person }: PartProps) {
  const t = useScreenTexts(receivedTexts);
  const { data } = useQuery(unitPeopleQuery(unitId));
  const people = data?.people ?? [];
  const [personId, setPersonId] = useState("");
  const write = useWrite(
    (chosen: IntakePerson, key) => nameIntakePerson(unitId, chosen, key),
    CHANGED,
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = people.find((one) => one.personId === personId);
        if (chosen !== undefined) write.send({ personId, name: chosen.name });
      }}
    >
      <SelectField label={t.who} value={personId} onChange={setPersonId}>
        <option value="">{t.choose}</option>
        {people
          .filter((one) => one.personId !== person?.personId)
          .map((one) => (
            <option key={one.personId} value={one.personId}>
              {one.name}
            </option>
          ))}
      </SelectField>
      <WriteButton write={write} variant="secondary">
        {t.save}
      </WriteButton>
    </form>
  );
}

export function IntakePersonPart(props: PartProps) {
  const t = useScreenTexts(receivedTexts);
  const { person } = props;
  return (
    <section className="panel" aria-labelledby="intake-person">
      <h2 id="intake-person" className="ds-heading" data-size="xs">
        {t.intakePerson}
      </h2>
      <p>{person === null ? t.nobody : t.somebody(person.name)}</p>
      <details className="fold">
        <summary>{person === null ? t.nameSomebody : t.nameAnother}</summary>
        <PersonForm key={person?.personId ?? ""} {...props} />
      </details>
    </section>
  );
}
