-- The system has rights of its own in place of those of the service: as its heir it was under the service's policies too,
-- which change nothing beside its own but are gone through by every statement. What it may do is what it was.
DO $$
DECLARE
  granted record;
BEGIN
  FOR granted IN
    SELECT format('%s ON %s %s.%I', string_agg(a.privilege_type, ', '), CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
                  c.relnamespace::regnamespace, c.relname) AS what
    FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
    WHERE c.relnamespace = 'rettvei'::regnamespace AND a.grantee = 'rettvei_service'::regrole
    GROUP BY c.relkind, c.relnamespace, c.relname
  LOOP
    EXECUTE 'GRANT ' || granted.what || ' TO rettvei_system';
  END LOOP;
  GRANT USAGE ON SCHEMA rettvei TO rettvei_system;
  GRANT EXECUTE ON FUNCTION rettvei.enter, rettvei.reserve_numbers TO rettvei_system;
  BEGIN
    REVOKE rettvei_service FROM rettvei_system;
  EXCEPTION
    -- An administrator's to take back. Until then all is as right and somewhat slower.
    WHEN insufficient_privilege THEN NULL;
  END;
END;
$$;
