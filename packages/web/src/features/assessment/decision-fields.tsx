// Knows the fields of each decision: a right, none, or on to another unit.
import { useQuery } from "@tanstack/react-query";
import { unitsQuery } from "../../app/api/queries.ts";
import { editionsQuery } from "../../app/api/referral-queries.ts";
import { useNames } from "../../app/api/use-names.ts";
import { ConditionField } from "../../components/condition-field.tsx";
import { DateField, SelectField } from "../../components/field.tsx";
import { ChoiceField, LineField, WordsField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import type { DecisionDraft } from "./decision-draft.ts";
import { assessmentTexts } from "./texts.ts";

export interface FieldsProps {
  readonly draft: DecisionDraft;
  readonly set: (change: Partial<DecisionDraft>) => void;
}

const GRANTED_FOR = ["assessment", "treatment"] as const;
const SEVERITIES = ["serious", "less-serious"] as const;

function PathwayField({ draft, set }: FieldsProps) {
  const t = useScreenTexts(assessmentTexts);
  const { pathway: nameOf } = useNames();
  const { data } = useQuery(editionsQuery);
  const inForce = (data?.editions ?? []).filter(({ status }) => status === "in-force");
  const pathways = new Set([draft.pathway, ...inForce.map(({ pathway }) => pathway)]);
  return (
    <SelectField
      label={t.chosenPathway}
      value={draft.pathway}
      onChange={(pathway) => set({ pathway, condition: "" })}
    >
      {[...pathways].map((id) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </SelectField>
  );
}

/** Those of the newest edition in force of the chosen pathway: the one that a course of today gets. */
function useConditions(pathway: string): readonly string[] {
  const { data } = useQuery(editionsQuery);
  const inForce = (data?.editions ?? []).filter(
    (one) => one.pathway === pathway && one.status === "in-force",
  );
  return inForce.sort((a, b) => (a.edition < b.edition ? 1 : -1))[0]?.conditions ?? [];
}

export function GrantFields(props: FieldsProps) {
  const { draft, set } = props;
  const t = useScreenTexts(assessmentTexts);
  const { t: common } = useTexts();
  const conditions = useConditions(draft.pathway);
  return (
    <>
      <PathwayField {...props} />
      <ConditionField
        conditions={conditions}
        value={draft.condition}
        onChange={(condition) => set({ condition })}
      />
      <ChoiceField
        legend={t.grantedFor}
        value={draft.grantedFor}
        choices={GRANTED_FOR.map((id) => [id, common.grantedFor[id]] as const)}
        onChange={(grantedFor) => set({ grantedFor })}
      />
      <div>
        <DateField
          label={t.legalDeadline}
          value={draft.legalDeadline}
          onChange={(legalDeadline) => set({ legalDeadline })}
        />
        <p className="subtle">{t.legalDeadlineHint}</p>
      </div>
      <DateField
        label={t.careFrom}
        value={draft.careFrom}
        onChange={(careFrom) => set({ careFrom })}
      />
      <SelectField
        label={t.severity}
        value={draft.severity ?? ""}
        onChange={(chosen) => set({ severity: SEVERITIES.find((one) => one === chosen) })}
      >
        <option value="">{t.notStated}</option>
        {SEVERITIES.map((id) => (
          <option key={id} value={id}>
            {common.severities[id]}
          </option>
        ))}
      </SelectField>
      <WordsField label={t.text} value={draft.text} onChange={(text) => set({ text })} />
    </>
  );
}

export function RefusalFields({ draft, set }: FieldsProps) {
  const t = useScreenTexts(assessmentTexts);
  const { reasons, furtherMeasures, howToComplain } = draft;
  return (
    <>
      <WordsField
        label={t.reasons}
        hint={t.reasonsHint}
        value={reasons}
        onChange={(value) => set({ reasons: value })}
      />
      <WordsField
        label={t.furtherMeasures}
        hint={t.furtherMeasuresHint}
        value={furtherMeasures}
        onChange={(value) => set({ furtherMeasures: value })}
      />
      <WordsField
        label={t.howToComplain}
        hint={t.howToComplainHint}
        value={howToComplain}
        onChange={(value) => set({ howToComplain: value })}
      />
    </>
  );
}

export function SendOnFields({ draft, set, unitId }: FieldsProps & { readonly unitId: string }) {
  const t = useScreenTexts(assessmentTexts);
  const { data } = useQuery(unitsQuery);
  const others = (data?.units ?? []).filter((unit) => unit.unitId !== unitId);
  return (
    <>
      <SelectField
        label={t.toUnit}
        value={draft.toUnitId}
        onChange={(toUnitId) => set({ toUnitId })}
      >
        <option value="">{t.choose}</option>
        {others.map((unit) => (
          <option key={unit.unitId} value={unit.unitId}>
            {unit.name}
            {unit.hfName === null ? "" : ` (${unit.hfName})`}
          </option>
        ))}
      </SelectField>
      <WordsField
        label={t.sendOnWhy}
        hint={t.sendOnHint}
        value={draft.sendOnWhy}
        onChange={(sendOnWhy) => set({ sendOnWhy })}
      />
    </>
  );
}

export function AuthorFields({ draft, set }: FieldsProps) {
  const t = useScreenTexts(assessmentTexts);
  return (
    <fieldset className="author-fields">
      <legend>{t.author}</legend>
      <LineField
        label={t.givenName}
        value={draft.givenName}
        onChange={(givenName) => set({ givenName })}
      />
      <LineField
        label={t.familyName}
        value={draft.familyName}
        onChange={(familyName) => set({ familyName })}
      />
      <LineField
        label={t.telephone}
        type="tel"
        value={draft.telephone}
        onChange={(telephone) => set({ telephone })}
      />
    </fieldset>
  );
}
