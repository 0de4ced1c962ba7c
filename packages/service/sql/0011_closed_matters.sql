-- A unit's matters that are done, in the order of those that are not: what was delivered, placed, answered.
CREATE INDEX matter_closed_of_unit ON rettvei.matter (unit_id, type, due_on, matter_id) WHERE NOT open;

-- The address book, which every message that goes out or comes in is looked up in.
CREATE INDEX matter_address ON rettvei.matter (matter_id) WHERE type = 'address';

-- What still is to be sent.
CREATE INDEX matter_to_send ON rettvei.matter (last_seq) WHERE type = 'message' AND open AND state = 'written';
