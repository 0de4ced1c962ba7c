// Knows one indicator in SQL over an event file, for the command line: what a user of DuckDB might write instead.
// Usage: node indicator-by-duckdb.mjs FILE; prints numerator and denominator.
import { DuckDBInstance } from "@duckdb/node-api";
import { readBundle } from "@rettvei/definitions";

const [file] = process.argv.slice(2);
const [{ events }] = readBundle().editions;
const order = events.map(({ id }) => `'${id}'`).join(", ");
const source = file.endsWith(".csv")
  ? `read_csv('${file}', header = true, all_varchar = true)`
  : `'${file}'`;

const INDICATOR = `
  WITH lines AS MATERIALIZED (SELECT * FROM ${source}),
  taken AS (SELECT coalesce(voids, corrects) AS record_id FROM lines WHERE coalesce(voids, corrects) IS NOT NULL),
  told AS (
    SELECT course_id, record_id, recorded_at, care_level, granted_for, occurred_on::DATE AS day,
           coalesce(event, CASE WHEN code LIKE 'D11C%' THEN 'clinical-decision' END) AS event
    FROM lines
    WHERE voids IS NULL AND coalesce(pathway, CASE WHEN code LIKE 'D11%' THEN 'phv-voksne' END) = 'phv-voksne'
      AND record_id NOT IN (SELECT record_id FROM taken)),
  placed AS (
    SELECT *, row_number() OVER in_order AS place,
           last_value(care_level IGNORE NULLS) OVER in_order AS level
    FROM told
    WINDOW in_order AS (PARTITION BY course_id
      ORDER BY day, list_position([${order}], event), recorded_at, record_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)),
  granted AS (
    SELECT course_id, arg_max(granted_for, place) AS granted_for
    FROM placed WHERE granted_for IS NOT NULL GROUP BY course_id),
  attended AS (
    SELECT course_id, min(day) AS day, arg_min(level, place) AS level
    FROM placed WHERE event = 'first-attendance' GROUP BY course_id),
  decided AS (
    SELECT a.course_id, min(p.day) - any_value(a.day) AS days
    FROM attended a JOIN placed p ON p.course_id = a.course_id
    WHERE a.level = 'poliklinikk' AND p.event = 'clinical-decision' AND p.day >= a.day
    GROUP BY a.course_id)
  SELECT count(*) FILTER (WHERE days <= 42)::int, count(*)::int
  FROM decided LEFT JOIN granted USING (course_id)
  WHERE granted.granted_for IS DISTINCT FROM 'treatment'`;

const connection = await (await DuckDBInstance.create(":memory:")).connect();
const [[numerator, denominator]] = (await connection.runAndReadAll(INDICATOR)).getRows();
console.log(`${numerator} of ${denominator}`);
