-- Logins under way, sessions of browsers, and proofs of machine clients that were used.
-- All of it passes: none is a fact about a patient. No token of the issuer is kept.

CREATE TABLE rettvei.login_attempt (
  -- SHA-256 of what the browser holds.
  attempt_hash bytea PRIMARY KEY,
  state        text NOT NULL,
  nonce        text NOT NULL,
  verifier     text NOT NULL,
  return_to    text NOT NULL,
  begun_at     timestamptz NOT NULL
);

CREATE TABLE rettvei.session (
  -- SHA-256 of what the browser holds: reading this table lets nobody in.
  session_hash bytea PRIMARY KEY,
  -- The same for all sessions of one login: a change of role gives a new session of the same login.
  login_id     text COLLATE "C" NOT NULL,
  actor_id     text COLLATE "C" NOT NULL REFERENCES rettvei.actor,
  -- The one role that is held; none until it is chosen.
  grant_id     text COLLATE "C" REFERENCES rettvei.role_grant,
  -- When the person proved who they are.
  auth_time    timestamptz NOT NULL,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL,
  ended_at     timestamptz
);

CREATE INDEX session_of_login ON rettvei.session (login_id);

CREATE TABLE rettvei.used_proof (
  -- SHA-256 of the key's thumbprint and the proof's id: the second to come with the same is refused.
  proof_hash bytea PRIMARY KEY,
  used_at    timestamptz NOT NULL
);

CREATE INDEX used_proof_by_age ON rettvei.used_proof (used_at);

DO $$
BEGIN
  GRANT SELECT, INSERT, DELETE ON rettvei.login_attempt, rettvei.used_proof TO rettvei_service;
  GRANT SELECT, INSERT, UPDATE, DELETE ON rettvei.session TO rettvei_service;
EXCEPTION
  WHEN undefined_object THEN NULL;
END;
$$;
