-- The steps of a course as values in place of text: the flow of a unit goes through tens of thousands, and reading text was most of its time.
CREATE TYPE rettvei.step_taken AS (rule text COLLATE "C", "on" date, days integer, over boolean, unit text COLLATE "C");

CREATE FUNCTION rettvei.steps_of_text(told text) RETURNS rettvei.step_taken[] LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT array_agg(ROW (rule, "on", days, over, unit)::rettvei.step_taken ORDER BY nr)
  FROM ROWS FROM (json_to_recordset(told::json) AS (rule text, "on" date, days integer, over boolean, unit text))
    WITH ORDINALITY AS step (rule, "on", days, over, unit, nr)
$$;

ALTER TABLE rettvei.course_state
  ALTER COLUMN steps TYPE rettvei.step_taken[] USING rettvei.steps_of_text(steps);

DROP FUNCTION rettvei.steps_of_text(text);
