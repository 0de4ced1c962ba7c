// Knows how a unit's messages are asked for and seen to.
import { infiniteQueryOptions } from "@tanstack/react-query";
import { answered, api, changing, type Schemas } from "../../app/api/client.ts";

export type Message = Schemas["Message"];
export type MessageState = Message["state"];

export function messagesQuery(unitId: string, state: MessageState | undefined) {
  return infiniteQueryOptions({
    queryKey: ["messages", unitId, state ?? "open"],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET("/api/units/{unitId}/messages", {
          params: {
            path: { unitId },
            query: {
              ...(state === undefined ? {} : { state }),
              ...(pageParam === null ? {} : { after: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

type Seen = Pick<Message, "messageId" | "version">;

export function takeOver({ messageId, version }: Seen, key: string) {
  const params = { path: { messageId }, header: changing(key, version) };
  return answered(api.POST("/api/messages/{messageId}/take-over", { params, body: {} }));
}

export function tryAgain({ messageId, version }: Seen, key: string) {
  const params = { path: { messageId }, header: changing(key, version) };
  return answered(api.POST("/api/messages/{messageId}/try-again", { params, body: {} }));
}

export const REASONS = [
  "told-by-telephone",
  "sent-on-paper",
  "told-in-person",
  "not-needed",
  "wrong-receiver",
] as const;
export type Reason = (typeof REASONS)[number];

export function giveUp({ messageId, version }: Seen, reason: Reason, key: string) {
  const params = { path: { messageId }, header: changing(key, version) };
  return answered(api.POST("/api/messages/{messageId}/give-up", { params, body: { reason } }));
}
