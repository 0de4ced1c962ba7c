// Knows how transfers are asked for, offered and answered.
import { queryOptions } from "@tanstack/react-query";
import { answered, api, changing, type Schemas, versioned, writing } from "../../app/api/client.ts";

export type Transfer = Schemas["Transfer"];

export function courseTransfersQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "transfers"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/transfers", { params: { path: { courseId } }, signal }),
      ),
  });
}

export function unitTransfersQuery(unitId: string) {
  return queryOptions({
    queryKey: ["unit-transfers", unitId],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/units/{unitId}/transfers", { params: { path: { unitId } }, signal })),
  });
}

export interface Offer {
  readonly toUnitId: string;
  readonly reason: string;
  readonly summary?: string;
}

export function offerTransfer(courseId: string, body: Offer, key: string) {
  return answered(
    api.POST("/api/courses/{courseId}/transfers", {
      params: { path: { courseId }, header: writing(key) },
      body,
    }),
  );
}

/** An answer is to the transfer as it is now: it is read first, and refused where somebody has answered already. */
async function versionOf(transferId: string): Promise<number> {
  const { version = 0 } = await versioned(
    api.GET("/api/transfers/{transferId}", { params: { path: { transferId } } }),
  );
  return version;
}

export async function acceptTransfer(transferId: string, key: string) {
  const header = changing(key, await versionOf(transferId));
  return answered(
    api.POST("/api/transfers/{transferId}/accept", {
      params: { path: { transferId }, header },
      body: {},
    }),
  );
}

export async function declineTransfer(transferId: string, reason: string, key: string) {
  const header = changing(key, await versionOf(transferId));
  return answered(
    api.POST("/api/transfers/{transferId}/decline", {
      params: { path: { transferId }, header },
      body: { reason },
    }),
  );
}

export async function withdrawTransfer(transferId: string, reason: string, key: string) {
  const header = changing(key, await versionOf(transferId));
  return answered(
    api.POST("/api/transfers/{transferId}/withdraw", {
      params: { path: { transferId }, header },
      body: { reason },
    }),
  );
}
