// Knows the form by which a task is given to somebody of the unit, or to somebody outside by name.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unitPeopleQuery } from "../../app/api/queries.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { SelectField } from "../../components/field.tsx";
import { LineField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { giveTask, type NewHolder, showingTasks, type TaskRole } from "./assignment-queries.ts";
import { assignmentTexts } from "./texts.ts";

const OUTSIDE = "outside";
/** Roles that a person without access here may have. */
const OUTSIDERS: readonly TaskRole[] = ["ip-coordinator", "municipal-contact"];

interface HolderProps {
  readonly courseId: string;
  readonly unitId: string | null;
  readonly role: TaskRole;
  readonly version: number;
}

const told = <K extends string>(name: K, text: string) =>
  (text.trim() === "" ? {} : { [name]: text.trim() }) as { [P in K]?: string };

export function HolderForm({ courseId, unitId, role, version }: HolderProps) {
  const t = useScreenTexts(assignmentTexts);
  const mayBeOutside = OUTSIDERS.includes(role);
  const { data } = useQuery(unitPeopleQuery(unitId));
  const people = (data?.people ?? []).filter(
    ({ roles }) => mayBeOutside || roles.some((held) => held === role),
  );
  const [personId, setPersonId] = useState("");
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [note, setNote] = useState("");
  // Made once: pressed again it is the same person.
  const [outsideId] = useState(() => `outside-${crypto.randomUUID()}`);
  const write = useWrite(
    ({ holder, seen }: { holder: NewHolder; seen: number }, key) =>
      giveTask(courseId, holder, seen, key),
    showingTasks(courseId),
  );
  const chosen = people.find((person) => person.personId === personId);
  const holder = (): NewHolder | undefined => {
    const more = { ...told("phone", phone), ...told("note", note) };
    if (chosen !== undefined && unitId !== null)
      return { role, personId, personName: chosen.name, unitId, ...more };
    if (personId !== OUTSIDE || name.trim() === "") return undefined;
    return { role, personId: outsideId, personName: name.trim(), ...more };
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const given = holder();
        if (given !== undefined) write.send({ holder: given, seen: version });
      }}
    >
      <SelectField label={t.who} value={personId} onChange={setPersonId}>
        <option value="">{t.choose}</option>
        {people.map((person) => (
          <option key={person.personId} value={person.personId}>
            {person.name}
          </option>
        ))}
        {mayBeOutside && <option value={OUTSIDE}>{t.somebodyElse}</option>}
      </SelectField>
      {personId === OUTSIDE && (
        <LineField label={t.name} required value={name} onChange={setName} />
      )}
      <div className="form-row">
        <LineField label={t.phone} type="tel" value={phone} onChange={setPhone} />
        <LineField label={t.note} value={note} onChange={setNote} />
      </div>
      <WriteButton write={write} variant="secondary">
        {t.save}
      </WriteButton>
    </form>
  );
}
