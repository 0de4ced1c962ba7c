-- The judged state of each course: a cache that can be thrown away, never a source of anything.

CREATE TABLE rettvei.course_state (
  course_id      text COLLATE "C" PRIMARY KEY,
  patient_id     text COLLATE "C" NOT NULL,
  pathway        text COLLATE "C" NOT NULL,
  -- What it was judged from and by.
  last_seq       bigint NOT NULL,
  judged_by      text COLLATE "C" NOT NULL,
  edition        date,
  edition_hash   text COLLATE "C",
  -- It holds from the day it was judged for until this day, both included.
  judged_for     date NOT NULL,
  valid_until    date NOT NULL,
  running        boolean NOT NULL,
  unit_id        text COLLATE "C" NOT NULL,
  phase          text COLLATE "C",
  care_level     text COLLATE "C",
  next_step      text COLLATE "C",
  next_on        date,
  next_kind      text COLLATE "C",
  why_rule       text COLLATE "C",
  why_standing   text COLLATE "C",
  why_event      text COLLATE "C",
  why_on         date,
  why_limit_days integer,
  why_evidence   text COLLATE "C",
  last_event     text COLLATE "C",
  last_event_on  date,
  errors         integer NOT NULL,
  warnings       integer NOT NULL,
  infos          integer NOT NULL
) WITH (fillfactor = 80);

-- A unit's work list, each group in the order it is shown: one range of one index.
CREATE INDEX work_list_dated ON rettvei.course_state (unit_id, next_on, course_id)
  WHERE running AND next_on IS NOT NULL;
CREATE INDEX work_list_undated ON rettvei.course_state (unit_id, last_event_on, course_id)
  WHERE running AND next_on IS NULL;
-- What has to be judged again.
CREATE INDEX course_state_validity ON rettvei.course_state (judged_by, valid_until);
