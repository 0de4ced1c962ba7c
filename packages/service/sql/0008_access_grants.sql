-- Who may do what here: persons and machines, how an issuer of logins knows them, and the roles that the enterprise gave them.
-- A role is given for a time and ended by a later row; nothing of it is ever changed.

CREATE TABLE rettvei.actor (
  actor_id    text COLLATE "C" PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('person', 'machine')),
  -- As the patient's own log shows it.
  name        text NOT NULL,
  -- Number in the register of health personnel.
  hpr         text,
  -- Who is a patient here: whose courses they may see in that role.
  patient_id  text COLLATE "C",
  recorded_at timestamptz NOT NULL
);

-- The issuer's word for somebody: `sub` of a person, `client_id` of a machine. Never a person number.
CREATE TABLE rettvei.actor_identity (
  issuer      text COLLATE "C" NOT NULL,
  subject     text COLLATE "C" NOT NULL,
  actor_id    text COLLATE "C" NOT NULL REFERENCES rettvei.actor,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject)
);

CREATE TABLE rettvei.role_grant (
  grant_id     text COLLATE "C" PRIMARY KEY,
  actor_id     text COLLATE "C" NOT NULL REFERENCES rettvei.actor,
  role         text COLLATE "C" NOT NULL CHECK (role IN (
                 'practitioner', 'coordinator', 'leader', 'regional-analyst', 'national-analyst', 'patient',
                 'relative', 'referrer', 'municipality', 'editor', 'log-controller', 'operator')),
  organisation text NOT NULL,
  unit_ids     text[] NOT NULL,
  valid_from   timestamptz NOT NULL,
  -- No role is given for good.
  valid_to     timestamptz NOT NULL,
  recorded_at  timestamptz NOT NULL,
  recorded_by  text NOT NULL,
  CONSTRAINT role_grant_lasts CHECK (valid_to > valid_from)
);

CREATE INDEX role_grant_of_actor ON rettvei.role_grant (actor_id);

CREATE TABLE rettvei.role_grant_end (
  grant_id    text COLLATE "C" PRIMARY KEY REFERENCES rettvei.role_grant,
  ended_at    timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['actor', 'actor_identity', 'role_grant', 'role_grant_end'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rettvei.%1$I
                    FOR EACH STATEMENT EXECUTE FUNCTION rettvei.refuse_change()', kept);
    EXECUTE format('ALTER TABLE rettvei.%1$I ENABLE ALWAYS TRIGGER %1$s_is_append_only', kept);
  END LOOP;
END;
$$;

DO $$
BEGIN
  GRANT SELECT, INSERT ON rettvei.actor, rettvei.actor_identity, rettvei.role_grant, rettvei.role_grant_end
    TO rettvei_service;
EXCEPTION
  WHEN undefined_object THEN NULL;
END;
$$;
