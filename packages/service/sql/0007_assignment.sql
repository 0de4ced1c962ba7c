-- Who coordinates a course, as its facts say, and since when the course goes: for the list of those that nobody has yet.

ALTER TABLE rettvei.course_state
  ADD COLUMN first_on       date,
  ADD COLUMN coordinator_id text COLLATE "C";

-- A unit's running courses without a coordinator, the oldest first: one range of one index.
CREATE INDEX not_assigned ON rettvei.course_state (unit_id, first_on, course_id)
  WHERE running AND coordinator_id IS NULL;
