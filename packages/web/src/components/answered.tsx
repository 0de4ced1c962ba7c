// Knows what a page shows of a question to the service: waiting, a failure with a way on, or what came of it.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { isNotThere } from "../app/api/request.ts";
import { Failure } from "./failure.tsx";
import { Loading } from "./loading.tsx";

export function Answered<T>({
  question,
  notThere,
  children,
}: {
  readonly question: UseQueryResult<T>;
  /** Said where it is not there for who asks, in place of a failure. */
  readonly notThere?: ReactNode;
  readonly children: (answer: T) => ReactNode;
}) {
  const { data, isError, error, refetch } = question;
  if (data !== undefined) return children(data);
  if (notThere !== undefined && isNotThere(error)) return notThere;
  return isError ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
}
