-- The steps of each course that were taken, with how long each took: judged, like the rest of its state.
ALTER TABLE rettvei.course_state ADD COLUMN steps text;

-- Courses of a unit in which something has happened since a day: what a period is counted from.
CREATE INDEX course_state_steps ON rettvei.course_state (unit_id, last_event_on) WHERE steps IS NOT NULL;

-- What left a unit: the offer, or the word that a private specialist goes on with it.
CREATE INDEX transfers_from ON rettvei.fact ((body ->> 'fromUnitId'))
  WHERE kind IN ('transfer-offered', 'transferred-to-private-specialist');
