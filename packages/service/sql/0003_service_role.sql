-- The service works as a role that may add registrations and has no right to change or remove them.
-- Where the login may not make roles, it works as the login itself; the triggers of 0001 hold for all.

REVOKE ALL ON ALL TABLES IN SCHEMA rettvei FROM PUBLIC;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rettvei_service') THEN
    CREATE ROLE rettvei_service NOLOGIN;
  END IF;
EXCEPTION
  -- Made at the same moment for another database of this server, or not ours to make.
  WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
END;
$$;

DO $$
BEGIN
  -- Also where we made the role: since PostgreSQL 16 its maker may grant it but not take it on.
  EXECUTE format('GRANT rettvei_service TO %I', current_user);
EXCEPTION
  WHEN undefined_object OR insufficient_privilege THEN NULL;
END;
$$;

DO $$
BEGIN
  GRANT USAGE ON SCHEMA rettvei TO rettvei_service;
  GRANT SELECT ON ALL TABLES IN SCHEMA rettvei TO rettvei_service;
  GRANT INSERT ON rettvei.unit, rettvei.patient, rettvei.course, rettvei.record TO rettvei_service;
  GRANT UPDATE ON rettvei.unit TO rettvei_service;
  GRANT INSERT, UPDATE, DELETE ON rettvei.course_state TO rettvei_service;
EXCEPTION
  WHEN undefined_object THEN NULL;
END;
$$;
