// Knows what a page shows of a question to the service: waiting, a failure with a way on, or what came of it.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Failure } from "./failure.tsx";
import { Loading } from "./loading.tsx";

export function Answered<T>({
  question,
  children,
}: {
  readonly question: UseQueryResult<T>;
  readonly children: (answer: T) => ReactNode;
}) {
  const { data, isError, error, refetch } = question;
  if (data !== undefined) return children(data);
  return isError ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
}
