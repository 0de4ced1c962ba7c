// Knows what the header says of who is logged in: name, role, unit, and the ways to another role and out.
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../../app/api/queries.ts";
import { isLoggedOut } from "../../app/api/request.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { logOut } from "./log-in.ts";
import { placeWords } from "./role-words.ts";

export function SessionMenu({ onChange }: { readonly onChange: () => void }) {
  const { t } = useTexts();
  const { data: session, error } = useQuery(sessionQuery);
  if (session === undefined || isLoggedOut(error)) return null;
  const { name, held, roles } = session;
  const place = held === null ? "" : placeWords(held, t);
  return (
    <section className="frame-person" aria-label={t.session.title}>
      <p>
        <strong>{name}</strong>
        {held !== null && (
          <span className="subtle">
            {t.session.roles[held.role]}
            {place !== "" && <> · {place}</>}
          </span>
        )}
      </p>
      {held !== null && roles.length > 1 && (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={onChange}>
          {t.session.change}
        </button>
      )}
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        onClick={() => void logOut()}
      >
        {t.session.logOut}
      </button>
    </section>
  );
}
