// Knows how something is sent that writes: the same words sent once more are the same request, and are done once.
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { isStale } from "./request.ts";

interface Options<Body, Answer> {
  /** Sends it under the key. */
  readonly write: (body: Body, key: string) => Promise<Answer>;
  readonly onDone?: (answer: Answer) => void;
  /** What is asked for anew when it is done, and when a colleague was faster. */
  readonly changes: readonly QueryKey[];
}

export function useWriting<Body, Answer>({ write, onDone, changes }: Options<Body, Answer>) {
  const client = useQueryClient();
  const last = useRef<{ readonly said: string; readonly key: string }>(undefined);
  const askAnew = () =>
    Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: (body: Body) => {
      const said = JSON.stringify(body);
      const key = last.current?.said === said ? last.current.key : crypto.randomUUID();
      last.current = { said, key };
      return write(body, key);
    },
    onSuccess: async (answer) => {
      last.current = undefined;
      await askAnew();
      onDone?.(answer);
    },
    // Waited for: who reads that something has changed shall see the change.
    onError: async (cause) => {
      if (isStale(cause)) await askAnew();
    },
  });
}
