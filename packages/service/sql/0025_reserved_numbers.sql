-- Numbers of records that are yet to be added, so that the answer to a registration can be written in the same go as its
-- records. Whoever has a number holds the table as an insert would: a backup could else go by what comes with it.
CREATE FUNCTION rettvei.reserve_numbers(count integer) RETURNS bigint[]
  LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  LOCK TABLE rettvei.record IN ROW EXCLUSIVE MODE;
  RETURN ARRAY(SELECT nextval('rettvei.record_seq_seq') FROM generate_series(1, count));
END;
$$;
REVOKE ALL ON FUNCTION rettvei.reserve_numbers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rettvei.reserve_numbers TO rettvei_service;
