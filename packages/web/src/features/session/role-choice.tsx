// Knows the page on which somebody with several roles chooses the one to go on in.
import { useMutation } from "@tanstack/react-query";
import type { HeldRole, Session } from "../../app/api/contract.ts";
import { holdRole } from "../../app/api/queries.ts";
import { ApiError } from "../../app/api/request.ts";
import { Failure } from "../../components/failure.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import { placeWords } from "./role-words.ts";

function RoleButton({
  held,
  onChoose,
}: {
  readonly held: HeldRole;
  readonly onChoose: (grantId: string) => void;
}) {
  const { t } = useTexts();
  const place = placeWords(held, t);
  return (
    <li>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        onClick={() => onChoose(held.grantId)}
      >
        {t.session.roles[held.role]}
        {place !== "" && <> · {place}</>}
      </button>
    </li>
  );
}

export function RoleChoice({ session }: { readonly session: Session }) {
  const { t } = useTexts();
  const { mutate, error } = useMutation({
    mutationFn: holdRole,
    // Begun anew: what another role has seen is not for this one.
    onSuccess: () => window.location.assign("/"),
  });
  const apart = error instanceof ApiError && error.code === "roles-apart";
  return (
    <>
      <PageHeading title={t.session.choose}>{t.session.choose}</PageHeading>
      <p className="lead">{t.session.chooseLead}</p>
      <ul className="role-choice">
        {session.roles.map((held) => (
          <RoleButton key={held.grantId} held={held} onChoose={mutate} />
        ))}
      </ul>
      {apart && <p role="alert">{t.session.apart}</p>}
      {error !== null && !apart && <Failure error={error} />}
    </>
  );
}
