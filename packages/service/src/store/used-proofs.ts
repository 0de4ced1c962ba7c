// Knows which proofs of possession were used: one insert decides, whichever process asks and however many at once.
import type pg from "pg";

const USE = `
  INSERT INTO rettvei.used_proof (proof_hash, used_at) VALUES ($1, $2)
  ON CONFLICT (proof_hash) DO NOTHING`;
const FORGET = "DELETE FROM rettvei.used_proof WHERE used_at < $1";

/** True for the first to use the proof, ever; false for all others. */
export async function useProof(pool: pg.Pool, hash: Buffer, now: Date): Promise<boolean> {
  const query = { name: "use-proof", text: USE, values: [hash, now] };
  return (await pool.query(query)).rowCount === 1;
}

/** Throws away what is too old to be accepted again. */
export async function forgetProofs(pool: pg.Pool, before: Date): Promise<void> {
  await pool.query(FORGET, [before]);
}
