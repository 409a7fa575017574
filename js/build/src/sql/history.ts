// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// From the lines of a history (historyLines.ts) to sessions of products. These statements keep to plain SQL, so that a
// shop whose history outgrows one machine can run them elsewhere (docs/large-histories.md): no type that some engines want a
// length for, no function of one engine, an order by columns that hold no NULL or all.

/** Events that a session holds but that show no interest in a product. */
const noInterest = ['view_item_list', 'view_promotion', 'remove_from_cart', 'refund']

/** The first line whose time or quantity cannot be read. */
export const firstBadLine = `
  SELECT record, bad_time, bad_quantity
  FROM history_lines
  WHERE session IS NOT NULL AND item_id IS NOT NULL AND (bad_time IS NOT NULL OR bad_quantity IS NOT NULL)
  ORDER BY record
  LIMIT 1`

export const countLines = `
  SELECT
    COUNT(*) AS lines,
    COUNT(CASE WHEN session IS NULL OR item_id IS NULL THEN 1 END) AS incomplete
  FROM history_lines`

/** Every name of every product; filled from the catalogue, which only the build itself knows. */
export const createProductNames = `
  CREATE TABLE product_names (name VARCHAR, product INTEGER, variant INTEGER)`

/** Without a catalogue every item of the history is a product. */
export const nameProductsByHistory = `
  CREATE TABLE product_names AS
  SELECT
    item_id AS name,
    CAST(ROW_NUMBER() OVER (ORDER BY item_id) - 1 AS INTEGER) AS product,
    CAST(NULL AS INTEGER) AS variant
  FROM (SELECT DISTINCT item_id FROM history_lines WHERE session IS NOT NULL AND item_id IS NOT NULL) AS items`

export const productNames = `
  SELECT name FROM product_names ORDER BY product`

/**
 * A thank-you page that is loaded again reports the purchase again, perhaps in another session: the first counts.
 * The purchases are joined by equalities alone: with a condition beside them an engine may compare every two lines.
 */
export const createHistoryEvents = `
  CREATE TABLE history_events AS
  SELECT
    line.record, line.session, line.customer, line.happened, line.day, line.event, line.item_id, line.quantity, line.price,
    name.product, name.variant
  FROM history_lines AS line
  LEFT JOIN product_names AS name ON name.name = line.item_id
  LEFT JOIN (
    SELECT transaction_id, item_id, MIN(record) AS record
    FROM history_lines
    WHERE event = 'purchase' AND transaction_id IS NOT NULL AND session IS NOT NULL
    GROUP BY transaction_id, item_id
  ) AS purchase
    ON purchase.transaction_id = CASE WHEN line.event = 'purchase' THEN line.transaction_id END
    AND purchase.item_id = line.item_id
  WHERE line.session IS NOT NULL
    AND line.item_id IS NOT NULL
    AND line.event NOT IN (${noInterest.map((event) => `'${event}'`).join(', ')})
    AND (line.quantity IS NULL OR line.quantity > 0)
    AND (purchase.record IS NULL OR purchase.record = line.record)`

export const countEvents = `
  SELECT COUNT(*) AS used, COUNT(product) AS matched
  FROM history_events`

export const unmatchedItems = `
  SELECT item_id, COUNT(*) AS events
  FROM history_events
  WHERE product IS NULL
  GROUP BY item_id
  ORDER BY events DESC, item_id
  LIMIT 5`

export const touchesByVariant = `
  SELECT variant, COUNT(*) AS touches
  FROM history_events
  WHERE variant IS NOT NULL
  GROUP BY variant`

/** Sessions without a customer are ranked apart: some engines put NULL first, others last. */
export const createHistorySessions = `
  CREATE TABLE history_sessions AS
  SELECT
    session,
    day,
    ROW_NUMBER() OVER (ORDER BY started, first_record) - 1 AS number,
    CASE
      WHEN customer IS NOT NULL
      THEN DENSE_RANK() OVER (PARTITION BY CASE WHEN customer IS NULL THEN 0 ELSE 1 END ORDER BY customer)
    END AS customer
  FROM (
    SELECT session, MIN(happened) AS started, MIN(day) AS day, MIN(record) AS first_record, MIN(customer) AS customer
    FROM history_events
    WHERE product IS NOT NULL
    GROUP BY session
  ) AS sessions`

export const countSessions = `
  SELECT COUNT(*) AS sessions, COUNT(DISTINCT customer) AS customers
  FROM history_sessions`

/** In order: a session's customer, and its day, counted from 1970-01-01. */
export const sessionRows = `
  SELECT CAST(customer AS INTEGER) AS customer, day
  FROM history_sessions
  ORDER BY number`

/**
 * What a build makes the same pack of as of the lines themselves, and much less: for an engine that holds a history which is too
 * large for one machine. Sessions and customers are numbers, so that nobody's name leaves it.
 */
export const sessionLines = `
  SELECT
    session.number AS session, event.event, event.item_id, event.happened AS time, session.customer, event.quantity,
    event.price
  FROM history_events AS event
  JOIN history_sessions AS session ON session.session = event.session
  WHERE event.product IS NOT NULL
  ORDER BY session.number, event.happened, event.record`

/** In order: the session and the product of each event. */
export const eventRows = `
  SELECT CAST(session.number AS INTEGER) AS session, event.product
  FROM history_events AS event
  JOIN history_sessions AS session ON session.session = event.session
  WHERE event.product IS NOT NULL
  ORDER BY session.number, event.happened, event.record`

/** Which known customer bought which product on which day. */
export const purchaseRows = `
  SELECT DISTINCT CAST(session.customer AS INTEGER) AS customer, event.product, event.day
  FROM history_events AS event
  JOIN history_sessions AS session ON session.session = event.session
  WHERE event.event = 'purchase'
    AND event.product IS NOT NULL
    AND session.customer IS NOT NULL
    AND event.day IS NOT NULL
  ORDER BY customer, product, day`

/**
 * What each known customer did, in order: which product on which day, how many for how much. Lines of one session and time have
 * one number.
 */
export const customerEventRows = `
  SELECT
    CAST(session.customer AS INTEGER) AS customer,
    CAST(DENSE_RANK() OVER (ORDER BY session.number, event.happened) AS INTEGER) AS moment,
    event.day, event.event, event.product, event.quantity, event.price
  FROM history_events AS event
  JOIN history_sessions AS session ON session.session = event.session
  WHERE event.product IS NOT NULL
    AND session.customer IS NOT NULL
    AND event.day IS NOT NULL
  ORDER BY session.customer, event.happened, event.record`
