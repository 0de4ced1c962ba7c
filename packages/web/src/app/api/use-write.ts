// Knows how what somebody wrote on a screen is sent: once, however often it is pressed, and what is read anew after it.
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

export interface Write<Body> {
  /** `after` is called when it is saved, also where the form is gone by then; the page is read anew after it. */
  readonly send: (body: Body, after?: () => void) => void;
  readonly isSending: boolean;
  readonly isSaved: boolean;
  readonly error: Error | null;
  readonly reset: () => void;
}

interface Sent<Body> {
  readonly body: Body;
  readonly key: string;
}

type Pressed<Body> = Sent<Body> & { readonly after: (() => void) | undefined };

/**
 * `ask` sends the body under a key: the same words once more have the same key, so that a lost answer saves nothing
 * twice. `readAnew` are the questions whose answers it changes; they are asked anew also where it is refused, since
 * that is how somebody else's change is seen.
 */
export function useWrite<Body, Answer>(
  ask: (body: Body, key: string) => Promise<Answer>,
  readAnew: readonly QueryKey[],
): Write<Body> {
  const client = useQueryClient();
  const last = useRef<Sent<Body>>(undefined);
  const refresh = () =>
    Promise.all(readAnew.map((queryKey) => client.invalidateQueries({ queryKey })));
  const { mutate, isPending, isSuccess, error, reset } = useMutation({
    mutationFn: ({ body, key }: Pressed<Body>) => ask(body, key),
    onSuccess: async (_, { after }) => {
      last.current = undefined;
      after?.();
      await refresh();
    },
    onError: () => refresh(),
  });
  return {
    send: (body, after) => {
      const again = JSON.stringify(last.current?.body) === JSON.stringify(body);
      const sent = again && last.current ? last.current : { body, key: crypto.randomUUID() };
      last.current = sent;
      mutate({ ...sent, after });
    },
    isSending: isPending,
    isSaved: isSuccess,
    error,
    reset,
  };
}
