// Knows how referrals that are still being written are kept: each is its writer's alone, by row security too.
import type pg from "pg";

export interface DraftRow {
  readonly draftId: string;
  /** As JSON. */
  readonly content: string;
  readonly version: number;
  readonly savedAt: Date;
}

/** For so long after it was saved last. */
export const DRAFT_KEPT_DAYS = 30;

const COLUMNS = `draft_id AS "draftId", content, version, saved_at AS "savedAt"`;

const OF_WRITER = `
  SELECT ${COLUMNS} FROM rettvei.referral_draft WHERE writer_id = $1 ORDER BY saved_at DESC, draft_id`;

/** The last saved first. */
export async function readDrafts(
  client: pg.ClientBase,
  writerId: string,
): Promise<readonly DraftRow[]> {
  const query = { name: "drafts-of-writer", text: OF_WRITER, values: [writerId] };
  return (await client.query<DraftRow>(query)).rows;
}

// Locked: of two that save it at once, the second sees what the first has saved.
const ONE = `
  SELECT ${COLUMNS} FROM rettvei.referral_draft WHERE draft_id = $1 AND writer_id = $2 FOR UPDATE`;

export async function readDraft(
  client: pg.ClientBase,
  draftId: string,
  writerId: string,
): Promise<DraftRow | undefined> {
  const query = { name: "one-draft", text: ONE, values: [draftId, writerId] };
  return (await client.query<DraftRow>(query)).rows[0];
}

const KEEP = `
  INSERT INTO rettvei.referral_draft (draft_id, writer_id, content, version, saved_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (draft_id) DO UPDATE SET content = excluded.content, version = excluded.version, saved_at = excluded.saved_at`;

export async function keepDraft(
  client: pg.ClientBase,
  writerId: string,
  { draftId, content, version, savedAt }: DraftRow,
): Promise<void> {
  const values = [draftId, writerId, content, version, savedAt];
  await client.query({ name: "keep-draft", text: KEEP, values });
}

const DELETE = "DELETE FROM rettvei.referral_draft WHERE draft_id = $1 AND writer_id = $2";

/** Whether there was one. */
export async function deleteDraft(
  client: pg.ClientBase,
  draftId: string,
  writerId: string,
): Promise<boolean> {
  const query = { name: "delete-draft", text: DELETE, values: [draftId, writerId] };
  return (await client.query(query)).rowCount === 1;
}

/** Throws away what nobody has saved for `DRAFT_KEPT_DAYS` days. */
export async function forgetOldDrafts(pool: pg.Pool, now: Date): Promise<void> {
  await pool.query(
    "DELETE FROM rettvei.referral_draft WHERE saved_at < $1::timestamptz - make_interval(days => $2)",
    [now, DRAFT_KEPT_DAYS],
  );
}
