-- Referrals that somebody is still writing: seen by whoever writes them and by nobody else, and gone when they are sent.
CREATE TABLE rettvei.referral_draft (
  draft_id  text COLLATE "C" PRIMARY KEY,
  writer_id text COLLATE "C" NOT NULL,
  -- What is filled in, as JSON. About a person, but no part of anybody's record.
  content   text NOT NULL,
  -- One more each time it is saved: two machines do not write over each other.
  version   integer NOT NULL,
  saved_at  timestamptz NOT NULL
);

CREATE INDEX referral_draft_of_writer ON rettvei.referral_draft (writer_id, saved_at);
CREATE INDEX referral_draft_by_age ON rettvei.referral_draft (saved_at);

ALTER TABLE rettvei.referral_draft ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_system ON rettvei.referral_draft TO rettvei_system USING (true) WITH CHECK (true);
CREATE POLICY own_drafts ON rettvei.referral_draft TO rettvei_service
  USING (writer_id = (SELECT rettvei.my_self())) WITH CHECK (writer_id = (SELECT rettvei.my_self()));
GRANT SELECT, INSERT, UPDATE, DELETE ON rettvei.referral_draft TO rettvei_service;
