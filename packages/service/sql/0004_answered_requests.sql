-- The answers to requests that wrote something, by the key of the request: one sent again gets the same answer.

CREATE TABLE rettvei.answered_request (
  key          text COLLATE "C" PRIMARY KEY,
  -- Of method, route, parameters and body: a key belongs to one request.
  request_hash text COLLATE "C" NOT NULL,
  -- Empty only inside the transaction that does what the request asks for.
  status       integer,
  version      bigint,
  answer       text,
  answered_at  timestamptz NOT NULL,
  CONSTRAINT answered_request_is_whole CHECK (num_nulls(status, version, answer) IN (0, 3))
);

-- A kept answer is no fact about a patient: it is thrown away when it is old.
DO $$
BEGIN
  GRANT SELECT, INSERT, UPDATE, DELETE ON rettvei.answered_request TO rettvei_service;
EXCEPTION
  WHEN undefined_object THEN NULL;
END;
$$;
