-- From the raw log to members, charges and a calendar, by the rules of "What the numbers mean" and nothing else.
-- Loaded before: log (the event log), rate (date, currency, usd), setting (now: unix seconds).

-- What has happened before now.
CREATE TABLE event AS
SELECT log.* FROM log, setting WHERE log.at < setting.now;
CREATE INDEX event_of_customer ON event (customer_id, event_id);

-- "Attributes (country, store, campaign, first product) belong to the customer and are fixed at install."
-- A purchase log has no installs: there the first purchase brings the customer and the attributes of its columns.
CREATE TABLE customer AS
SELECT
  customer_id,
  environment,
  coalesce(country, 'unknown') AS country,
  coalesce(store, 'unknown') AS store,
  coalesce(campaign, 'unknown') AS campaign,
  coalesce(first_product, product_id, 'unknown') AS product,
  store IS NOT NULL AS has_store
FROM event
WHERE event_id IN (SELECT min(event_id) FROM event GROUP BY customer_id);
CREATE UNIQUE INDEX customer_by_id ON customer (customer_id);

-- Paid charges. "a free trial has no index; a paid intro offer or first charge is P1"
CREATE TABLE paid_type (type TEXT PRIMARY KEY);
INSERT INTO paid_type VALUES
  ('trial_converted'), ('subscription_started'), ('subscription_renewed'), ('subscription_upgraded'),
  ('subscription_downgraded'), ('subscription_product_changed'), ('in_app_purchase'), ('purchase');

-- "new_customers first install or user creation; initial_conversions first trial or paid conversion;
--  new_paying first paid transaction"
CREATE TABLE joined AS
SELECT customer_id, 'new_customers' AS definition, min(at) AS at FROM event GROUP BY customer_id
UNION ALL
SELECT customer_id, 'initial_conversions', min(at) FROM event
WHERE type = 'trial_started' OR type IN (SELECT type FROM paid_type) GROUP BY customer_id
UNION ALL
SELECT customer_id, 'new_paying', min(at) FROM event
WHERE type IN (SELECT type FROM paid_type) GROUP BY customer_id;

-- "the index counts paid charges inside one subscription chain (one product group of one customer) …
--  a new subscription after full expiry starts a new chain at P1":
-- the chain of an event is how often its customer's subscription to that group has fully expired before it.
CREATE TABLE chained AS
SELECT
  event.*,
  sum(type IN ('subscription_expired', 'trial_expired'))
    OVER (PARTITION BY customer_id, product_group ORDER BY event_id) AS chain
FROM event
WHERE product_group IS NOT NULL;

CREATE TABLE charge AS
-- "a charge recovered from billing retry keeps its index; up-, down- and crossgrades continue the chain"
SELECT event_id, customer_id, at, price, currency, 'subscription' AS kind,
  row_number() OVER chain_so_far AS n,
  first_value(at) OVER chain_so_far AS chain_started_at
FROM chained
WHERE type IN (SELECT type FROM paid_type)
WINDOW chain_so_far AS (PARTITION BY customer_id, product_group, chain ORDER BY event_id)
UNION ALL
-- "a one-time purchase is a P1 of its own"
SELECT event_id, customer_id, at, price, currency, 'one-time', 1, NULL FROM event WHERE type = 'in_app_purchase'
UNION ALL
-- "For a plain purchase log the n-th purchase is Pn." "A payment of 0.00 in a purchase log counts as a payment."
SELECT event_id, customer_id, at, price, currency, 'purchase',
  row_number() OVER (PARTITION BY customer_id ORDER BY event_id), NULL
FROM event WHERE type = 'purchase';

-- "Commission 30%, 15% after one year of paid service"; a purchase log's customers without a store pay none.
-- 29 February plus a year is 28 February ('floor').
CREATE TABLE money AS
SELECT
  charge.event_id, charge.customer_id, charge.at, charge.n, 1 AS is_charge, charge.currency,
  charge.price / (CASE charge.currency WHEN 'JPY' THEN 1.0 ELSE 100.0 END) AS amount,
  CASE
    WHEN kind = 'purchase' AND NOT has_store THEN 0.0
    WHEN kind = 'subscription' AND charge.at >= unixepoch(chain_started_at, 'unixepoch', '+1 year', 'floor') THEN 0.15
    ELSE 0.3
  END AS commission
FROM charge JOIN customer USING (customer_id);

-- "Net = charges − refunds − commission, the commission of a refunded charge returned."
-- A refund carries the index of its charge: "By renewals a refund is booked in the column of its charge".
INSERT INTO money
SELECT refund.event_id, refund.customer_id, refund.at, charge.n, 0, charge.currency, charge.amount, charge.commission
FROM event AS refund JOIN money AS charge ON charge.event_id = refund.refund_of
WHERE refund.type IN ('subscription_refunded', 'in_app_refunded');
CREATE INDEX money_of_customer ON money (customer_id);

-- "All windows are UTC; weeks start on Monday." "period k exists when its start is before now"
CREATE TABLE calendar (grouping TEXT, i INTEGER, starts TEXT, ends TEXT, PRIMARY KEY (grouping, i)) WITHOUT ROWID;
INSERT INTO calendar
WITH RECURSIVE
  step (grouping, length) AS (
    VALUES ('day', '+1 day'), ('week', '+7 days'), ('month', '+1 month'), ('quarter', '+3 months'), ('year', '+1 year')
  ),
  begin (day) AS (SELECT date(min(at), 'unixepoch') FROM log),
  period (grouping, length, i, starts) AS (
    SELECT grouping, length, 0,
      CASE grouping
        WHEN 'day' THEN day
        WHEN 'week' THEN date(day, 'weekday 0', '-6 days')
        WHEN 'month' THEN date(day, 'start of month')
        WHEN 'quarter' THEN date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months')
        WHEN 'year' THEN date(day, 'start of year')
      END
    FROM step, begin
    UNION ALL
    SELECT grouping, length, i + 1, date(starts, length)
    FROM period, setting
    WHERE unixepoch(date(starts, length)) < now
  )
SELECT grouping, i, starts, date(starts, length) FROM period;

-- The period of every day that has an event.
CREATE TABLE period_of (grouping TEXT, day TEXT, i INTEGER, PRIMARY KEY (grouping, day)) WITHOUT ROWID;
INSERT INTO period_of
SELECT grouping, day, i
FROM (SELECT DISTINCT date(at, 'unixepoch') AS day FROM event)
JOIN calendar ON day >= starts AND day < ends;
