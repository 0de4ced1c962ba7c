// Knows the name of a unit; until it is known, or where it is not for the reader, "the unit" and never its number.
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../../i18n/texts-context.tsx";
import { unitsQuery } from "./queries.ts";

export function useUnitName(): (unitId: string | null) => string {
  const { t } = useTexts();
  const { data } = useQuery(unitsQuery);
  const places = data === undefined ? [] : [...data.units, ...data.municipalities];
  return (unitId) => places.find((unit) => unit.unitId === unitId)?.name ?? t.units.theUnit;
}
