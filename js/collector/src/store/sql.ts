// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The statements of both databases. $1, $2, … are the parameters.

export const createTables = [
  `CREATE TABLE IF NOT EXISTS etalage_series (
     series text PRIMARY KEY,
     definition text NOT NULL,
     first_seen bigint NOT NULL
   )`,
  `CREATE TABLE IF NOT EXISTS etalage_epochs (
     series text NOT NULL,
     epoch integer NOT NULL,
     reports bigint NOT NULL DEFAULT 0,
     closed integer NOT NULL DEFAULT 0,
     PRIMARY KEY (series, epoch)
   )`,
  `CREATE TABLE IF NOT EXISTS etalage_counts (
     series text NOT NULL,
     epoch integer NOT NULL,
     bucket integer NOT NULL,
     count bigint NOT NULL,
     PRIMARY KEY (series, epoch, bucket)
   )`,
  `CREATE TABLE IF NOT EXISTS etalage_ids (
     series text NOT NULL,
     epoch integer NOT NULL,
     id text NOT NULL,
     PRIMARY KEY (series, epoch, id)
   )`,
]

export const declare = `
  INSERT INTO etalage_series (series, definition, first_seen) VALUES ($1, $2, $3)
  ON CONFLICT (series) DO UPDATE SET definition = excluded.definition`

export const selectClosed = `
  SELECT 1 FROM etalage_epochs WHERE series = $1 AND epoch = $2 AND closed = 1`

export const insertId = `
  INSERT INTO etalage_ids (series, epoch, id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`

const addToEpoch = `
  ON CONFLICT (series, epoch) DO UPDATE SET reports = etalage_epochs.reports + excluded.reports`

const addToBucket = `
  ON CONFLICT (series, epoch, bucket) DO UPDATE SET count = etalage_counts.count + excluded.count`

export const addReports = `
  INSERT INTO etalage_epochs (series, epoch, reports) VALUES ($1, $2, $3) ${addToEpoch}`

export const addCount = `
  INSERT INTO etalage_counts (series, epoch, bucket, count) VALUES ($1, $2, $3, $4) ${addToBucket}`

export const closeEpochs = `
  UPDATE etalage_epochs SET closed = 1 WHERE series = $1 AND epoch < $2 AND closed = 0`

export const forgetIds = `DELETE FROM etalage_ids WHERE series = $1 AND epoch < $2`

export const selectSeries = `
  SELECT series.definition, series.first_seen AS "firstSeen",
    coalesce(sum(epochs.reports), 0) AS reports,
    min(epochs.epoch) AS "firstEpoch", max(epochs.epoch) AS "lastEpoch"
  FROM etalage_series AS series LEFT JOIN etalage_epochs AS epochs ON epochs.series = series.series
  GROUP BY series.series, series.definition, series.first_seen
  ORDER BY series.first_seen, series.series`

export const selectEpochs = `
  SELECT epoch, reports FROM etalage_epochs WHERE series = $1 AND epoch BETWEEN $2 AND $3
  ORDER BY epoch`

export const selectCounts = `
  SELECT epoch, bucket, count FROM etalage_counts WHERE series = $1 AND epoch BETWEEN $2 AND $3`

/** PostgreSQL takes a batch at once: a list of values for each column. */
export const batched = {
  selectClosed: `
    SELECT series, epoch FROM etalage_epochs
    WHERE closed = 1 AND (series, epoch) IN (SELECT * FROM unnest($1::text[], $2::integer[]))`,
  // In one order for all, so that two collectors never wait for each other.
  insertIds: `
    INSERT INTO etalage_ids (series, epoch, id)
    SELECT * FROM unnest($1::text[], $2::integer[], $3::text[]) ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING RETURNING series, epoch, id`,
  addReports: `
    INSERT INTO etalage_epochs (series, epoch, reports)
    SELECT * FROM unnest($1::text[], $2::integer[], $3::bigint[]) ORDER BY 1, 2 ${addToEpoch}`,
  addCounts: `
    INSERT INTO etalage_counts (series, epoch, bucket, count)
    SELECT * FROM unnest($1::text[], $2::integer[], $3::integer[], $4::bigint[]) ORDER BY 1, 2, 3
    ${addToBucket}`,
}
