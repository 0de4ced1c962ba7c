-- A work list counts its views from its own two indexes alone, without a look at the rows.
CREATE INDEX work_list_dated_counted ON rettvei.course_state (unit_id, next_on, course_id) INCLUDE (coordinator_id)
  WHERE running AND next_on IS NOT NULL;
CREATE INDEX work_list_undated_counted ON rettvei.course_state (unit_id, last_event_on, course_id) INCLUDE (coordinator_id)
  WHERE running AND next_on IS NULL;
DROP INDEX rettvei.work_list_dated;
DROP INDEX rettvei.work_list_undated;
ALTER INDEX rettvei.work_list_dated_counted RENAME TO work_list_dated;
ALTER INDEX rettvei.work_list_undated_counted RENAME TO work_list_undated;
