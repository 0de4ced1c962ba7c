// Knows the line of saved views, and how a view is called: by its own words.
import type { Texts } from "../../app/api/contract.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { ListLink } from "./list-link.tsx";
import type { ListOf } from "./list-of.ts";
import { pathwayName, phaseName } from "./names.ts";
import { sameView, useSavedViews } from "./saved-views.ts";
import { listTexts } from "./texts.ts";
import { isFiltered, type WorkListSearch } from "./work-list-search.ts";

function useViewName(names: Texts | undefined): (view: WorkListSearch) => string {
  const { t, pick } = useTexts();
  const own = useScreenTexts(listTexts);
  const views = {
    mine: own.mine,
    "not-assigned": own.notAssigned,
    over: own.over,
    "in-and-out": own.inAndOut,
  };
  return ({ view, group, pathway, phase, careLevel, standing }) =>
    [
      view === undefined ? undefined : views[view],
      group === undefined ? undefined : own.undated,
      pathway === undefined ? undefined : pick(pathwayName(names, pathway)),
      phase === undefined ? undefined : pick(phaseName(names, pathway ?? "", phase)),
      careLevel === undefined
        ? undefined
        : careLevel === "unknown"
          ? `${own.careLevel}: ${own.careLevelUnknown}`
          : t.careLevels[careLevel],
      standing === undefined ? undefined : own.standings[standing],
    ]
      .filter((word) => word !== undefined)
      .join(" · ");
}

export function ViewLine({
  unitId,
  search,
  names,
}: ListOf & { readonly search: WorkListSearch; readonly names: Texts | undefined }) {
  const t = useScreenTexts(listTexts);
  const { views, save, remove } = useSavedViews();
  const nameOf = useViewName(names);
  const savable = isFiltered(search) && !views.some((view) => sameView(view, search));
  if (views.length === 0 && !savable) return null;
  return (
    <div className="view-line">
      {views.length > 0 && (
        <ul aria-label={t.saved} className="saved-views">
          {views.map((view) => (
            <li key={nameOf(view)}>
              <ListLink unitId={unitId} search={view} className="ds-link">
                {nameOf(view)}
              </ListLink>
              <button
                type="button"
                className="ds-button saved-remove"
                data-variant="tertiary"
                data-size="sm"
                aria-label={t.remove(nameOf(view))}
                onClick={() => remove(view)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {savable && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
          onClick={() => save(search)}
        >
          {t.save}
        </button>
      )}
    </div>
  );
}
