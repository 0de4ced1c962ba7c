// Knows the fields of what an agreement says: words, contact points of both sides, and when it is looked at anew.
import { DateField, SelectField } from "../../components/field.tsx";
import { LineField, WordsField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { type ContactDraft, type ContentDraft, newContact } from "./content-draft.ts";
import { agreementTexts } from "./texts.ts";

interface FieldsProps {
  readonly draft: ContentDraft;
  readonly set: (draft: ContentDraft) => void;
}

function ContactFields({
  contact,
  onChange,
  onRemove,
}: {
  readonly contact: ContactDraft;
  readonly onChange: (part: Partial<ContactDraft>) => void;
  /** Undefined for the last one: an agreement has one at least. */
  readonly onRemove: (() => void) | undefined;
}) {
  const t = useScreenTexts(agreementTexts);
  const { side, name, telephone, email } = contact;
  return (
    <fieldset className="form-block">
      <legend className="visually-hidden">{t.contact(name === "" ? t.sides[side] : name)}</legend>
      <div className="form-row">
        <SelectField
          label={t.side}
          value={side}
          onChange={(value) => onChange({ side: value === "trust" ? "trust" : "municipality" })}
        >
          <option value="trust">{t.sides.trust}</option>
          <option value="municipality">{t.sides.municipality}</option>
        </SelectField>
        <LineField
          label={t.contactName}
          required
          value={name}
          onChange={(next) => onChange({ name: next })}
        />
      </div>
      <div className="form-row">
        <LineField
          label={t.telephone}
          type="tel"
          required
          maxLength={40}
          value={telephone}
          onChange={(next) => onChange({ telephone: next })}
        />
        <LineField label={t.email} value={email} onChange={(next) => onChange({ email: next })} />
      </div>
      {onRemove !== undefined && (
        <p>
          <button type="button" className="ds-button" data-variant="tertiary" onClick={onRemove}>
            {t.removeContact(name)}
          </button>
        </p>
      )}
    </fieldset>
  );
}

export function ContentFields({ draft, set }: FieldsProps) {
  const t = useScreenTexts(agreementTexts);
  const { text, reviewOn, contacts } = draft;
  const setContacts = (next: readonly ContactDraft[]) => set({ ...draft, contacts: next });
  return (
    <>
      <WordsField
        label={t.agreed}
        hint={t.agreedHint}
        rows={5}
        required
        value={text}
        onChange={(next) => set({ ...draft, text: next })}
      />
      <fieldset className="choice-field form-part">
        <legend>{t.contacts}</legend>
        {contacts.map((contact) => (
          <ContactFields
            key={contact.key}
            contact={contact}
            onChange={(part) =>
              setContacts(
                contacts.map((one) => (one.key === contact.key ? { ...one, ...part } : one)),
              )
            }
            onRemove={
              contacts.length === 1
                ? undefined
                : () => setContacts(contacts.filter(({ key }) => key !== contact.key))
            }
          />
        ))}
        <p>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => setContacts([...contacts, newContact("municipality")])}
          >
            {t.addContact}
          </button>
        </p>
      </fieldset>
      <DateField
        label={t.reviewNext}
        value={reviewOn}
        onChange={(next) => set({ ...draft, reviewOn: next })}
      />
    </>
  );
}
