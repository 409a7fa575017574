// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A moment as text, or as a count since 1970 in seconds, milliseconds or microseconds, told apart by their size.
 * NULL for what is none of these.
 */
const moment = `
  CASE
    WHEN number IS NULL THEN CAST(TRY_CAST(time AS TIMESTAMP WITH TIME ZONE) AS TIMESTAMP)
    WHEN number BETWEEN 1e8 AND 1e10 THEN CAST(TO_TIMESTAMP(number) AS TIMESTAMP)
    WHEN number BETWEEN 1e11 AND 1e13 THEN CAST(TO_TIMESTAMP(number / 1e3) AS TIMESTAMP)
    WHEN number BETWEEN 1e14 AND 1e16 THEN CAST(TO_TIMESTAMP(number / 1e6) AS TIMESTAMP)
  END`

/** What lies outside is no time of a webshop, but something else read as one. */
const plausible =
  "moment >= TIMESTAMP '1990-01-01 00:00:00' AND moment < TIMESTAMP '2100-01-01 00:00:00'"

/**
 * The lines of a history, typed, in the dialect of DuckDB. `source`: a query for `record` and the columns of a history, as
 * text. What could not be read is kept as text in `bad_time` and `bad_quantity`; `day` counts from 1970-01-01.
 */
export function createHistoryLines(source: string, hasTime: boolean): string {
  return `
    CREATE TABLE history_lines AS
    SELECT
      record,
      session,
      item_id,
      LOWER(COALESCE(event, 'view_item')) AS event,
      customer,
      transaction_id,
      happened,
      CAST(CAST(happened AS DATE) - DATE '1970-01-01' AS INTEGER) AS day,
      ${hasTime ? "CASE WHEN happened IS NULL THEN COALESCE(time, '') END" : 'CAST(NULL AS VARCHAR)'} AS bad_time,
      TRY_CAST(quantity AS DOUBLE) AS quantity,
      CASE WHEN TRY_CAST(quantity AS DOUBLE) IS NULL THEN quantity END AS bad_quantity,
      TRY_CAST(price AS DOUBLE) AS price
    FROM (
      SELECT *, CASE WHEN ${plausible} THEN moment END AS happened
      FROM (
        SELECT *, ${moment} AS moment
        FROM (SELECT *, TRY_CAST(time AS DOUBLE) AS number FROM (${source}) AS file) AS numbered
      ) AS timed
    ) AS checked`
}
