// Knows the routes of referrals that are still being written: saved as one goes, continued elsewhere, deleted.
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { nothingThere } from "../../access/acting.ts";
import { AppError } from "../../app-error.ts";
import { refuseStaleMatter } from "../../facts/refuse-stale-matter.ts";
import {
  DRAFT_KEPT_DAYS,
  type DraftRow,
  deleteDraft,
  keepDraft,
  readDraft,
  readDrafts,
} from "../../store/referral-drafts.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Asked, Guard, None } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  DeletedDraftSchema,
  type DraftContent,
  DraftContentSchema,
  DraftsSchema,
  SavedDraftSchema,
  WholeDraftSchema,
} from "../schemas/referral-draft.ts";

const MOST_DRAFTS = 100;
const DAY_MS = 86_400_000;
const ParamsSchema = Type.Object({ draftId: IdSchema });
const NothingSchema = Type.Object({}, { additionalProperties: false, examples: [{}] });

type By = Pick<Asked<None, None, None>, "client" | "actor">;

/** Another's draft is not there. */
async function ownDraft({ client, actor }: By, draftId: string): Promise<DraftRow> {
  const draft = await readDraft(client, draftId, actor.actorId);
  if (draft === undefined) throw nothingThere();
  return draft;
}

function savedView({ draftId, savedAt, version }: DraftRow) {
  const deletedAt = new Date(savedAt.getTime() + DRAFT_KEPT_DAYS * DAY_MS).toISOString();
  return { draftId, savedAt: savedAt.toISOString(), deletedAt, version };
}

// It was checked against this shape when it was saved.
const contentOf = ({ content }: DraftRow): DraftContent => JSON.parse(content);

function addReadRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/referral-drafts",
    summary: "Referrals that whoever asks is still writing",
    tag: "referrals",
    answer: DraftsSchema,
    read: async ({ client, actor }) => {
      const drafts = (await readDrafts(client, actor.actorId)).map((draft) => {
        const { pathway, name, unitId } = contentOf(draft);
        return { ...savedView(draft), pathway, name, unitId };
      });
      return { body: { drafts } };
    },
  });
  addReading(guard, {
    url: "/api/referral-drafts/:draftId",
    summary: "A referral that whoever asks is still writing, whole",
    tag: "referrals",
    params: ParamsSchema,
    answer: WholeDraftSchema,
    read: async ({ client, actor, params }) => {
      const draft = await ownDraft({ client, actor }, params.draftId);
      const body = { ...savedView(draft), content: contentOf(draft) };
      return { body, version: draft.version };
    },
  });
}

function addBeginRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/referral-drafts",
    summary: "Save a referral that is begun",
    description: "Seen by its writer alone; thrown away when it is sent, or after 30 days.",
    tag: "referrals",
    body: DraftContentSchema,
    answer: SavedDraftSchema,
    changes: false,
    write: async ({ store, client, actor, body }) => {
      const drafts = await readDrafts(client, actor.actorId);
      if (drafts.length >= MOST_DRAFTS) {
        throw new AppError(
          "not-now",
          `drafts: expected at most ${MOST_DRAFTS}; send or delete some of them first`,
        );
      }
      const content = JSON.stringify(body);
      const draft = { draftId: randomUUID(), content, version: 1, savedAt: store.now() };
      await keepDraft(client, actor.actorId, draft);
      return { body: savedView(draft), version: draft.version };
    },
  });
}

function addSaveRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/referral-drafts/:draftId",
    summary: "Save a referral that is still being written",
    description: "Refused (409) where it was saved on another machine since it was read.",
    tag: "referrals",
    params: ParamsSchema,
    body: DraftContentSchema,
    answer: SavedDraftSchema,
    changes: true,
    write: async ({ store, client, actor, params: { draftId }, body, seen }) => {
      const last = seen();
      const before = await ownDraft({ client, actor }, draftId);
      refuseStaleMatter(last, before.version);
      const content = JSON.stringify(body);
      const draft = { draftId, content, version: before.version + 1, savedAt: store.now() };
      await keepDraft(client, actor.actorId, draft);
      return { body: savedView(draft), version: draft.version };
    },
  });
}

function addDeleteRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/referral-drafts/:draftId/delete",
    summary: "Throw away a referral that was not sent",
    tag: "referrals",
    params: ParamsSchema,
    body: NothingSchema,
    answer: DeletedDraftSchema,
    changes: false,
    write: async ({ client, actor, params: { draftId } }) => {
      const { version } = await ownDraft({ client, actor }, draftId);
      await deleteDraft(client, draftId, actor.actorId);
      return { body: { draftId }, version };
    },
  });
}

export function addReferralDraftRoutes(guard: Guard): void {
  addReadRoutes(guard);
  addBeginRoute(guard);
  addSaveRoute(guard);
  addDeleteRoute(guard);
}
