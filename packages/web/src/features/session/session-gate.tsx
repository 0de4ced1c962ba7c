// Knows that pages are shown to somebody who is logged in, in one role; and hidden once the session is over.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useRef } from "react";
import type { Session } from "../../app/api/contract.ts";
import { sessionQuery } from "../../app/api/queries.ts";
import { isLoggedOut, postLogout } from "../../app/api/request.ts";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import { useIdle } from "./idle.ts";
import { goToLogin } from "./log-in.ts";
import { RoleChoice } from "./role-choice.tsx";

function LoggedOut({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTexts();
  return (
    <div className="ds-alert" data-color="warning" role="alert">
      <PageHeading title={t.session.over}>{t.session.over}</PageHeading>
      <p>{t.session.overLead}</p>
      <a className="ds-link" href="/login" target="_blank" rel="noreferrer">
        {t.session.logIn}
      </a>{" "}
      <button type="button" className="ds-button" data-variant="secondary" onClick={onRetry}>
        {t.states.retry}
      </button>
    </div>
  );
}

/** Who logs in elsewhere as somebody else, or in another role, must not find what the one before was doing. */
function useOneHolder(session: Session | undefined): void {
  const first = useRef<string>(undefined);
  const holder = session && `${session.held?.grantId ?? ""} ${session.name}`;
  useEffect(() => {
    if (first.current !== undefined && holder !== undefined && first.current !== holder) {
      window.location.assign("/");
    }
    first.current ??= holder;
  }, [holder]);
}

export interface SessionGateProps {
  /** Whether a role is being chosen, though one is held. */
  readonly choosing: boolean;
  readonly children: ReactNode;
}

export function SessionGate({ choosing, children }: SessionGateProps) {
  const client = useQueryClient();
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery);
  const retry = (): void => void refetch();
  const over = isLoggedOut(error);
  const leave = useCallback(async () => {
    await postLogout();
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }, [client]);
  useIdle(over ? undefined : session?.idleMinutes, leave);
  useOneHolder(session);
  useEffect(() => {
    if (over && session === undefined) goToLogin();
  }, [over, session]);
  if (isPending || (over && session === undefined)) return <Loading />;
  if (session === undefined) return <Failure error={error} onRetry={retry} />;
  if (choosing || session.held === null) {
    return over ? <LoggedOut onRetry={retry} /> : <RoleChoice session={session} />;
  }
  return (
    <>
      {over && <LoggedOut onRetry={retry} />}
      <div hidden={over}>{children}</div>
    </>
  );
}
