-- What charts, cards and lifetime value say, from the raw log alone. Loaded before: prepare.sql (event, customer, paid_type,
-- joined, money), rate.

-- "Conversion at the transaction day's historical rate; a refund at its own day's rate": in US dollars, with its sign.
CREATE TABLE dollars AS
SELECT
  money.customer_id, money.at, money.is_charge, money.n, customer.environment, customer.country, customer.store,
  iif(is_charge, 1, -1) * amount * rate AS gross,
  iif(is_charge, 1, -1) * amount * rate * (1 - commission) AS net
FROM (
  SELECT money.*, iif(money.currency = 'USD', 1.0, rate.usd) AS rate
  FROM money LEFT JOIN rate ON rate.date = date(money.at, 'unixepoch') AND rate.currency = money.currency
) AS money
JOIN customer USING (customer_id);
CREATE INDEX dollars_by_time ON dollars (at);
CREATE INDEX dollars_by_customer ON dollars (customer_id);

-- Events of production customers.
CREATE TABLE live AS
SELECT event.*, event.type IN (SELECT type FROM paid_type) AS is_charge
FROM event JOIN customer USING (customer_id) WHERE customer.environment = 1;
CREATE INDEX live_by_time ON live (at);
CREATE INDEX live_by_customer ON live (customer_id, product_group, event_id);

-- Every event with the next one by which its subscription may stand otherwise: it holds in [at, until).
CREATE TABLE standing AS
SELECT *, lead(at, 1, 9e18) OVER (PARTITION BY customer_id, product_group ORDER BY event_id) AS until
FROM live
WHERE product_group IS NOT NULL AND type NOT LIKE '%refunded';

-- Trials, and what became of each until now. A customer's next trial in a group would be another.
CREATE TABLE trial AS
SELECT
  started.customer_id, started.at,
  EXISTS (SELECT 1 FROM live AS e WHERE e.customer_id = started.customer_id AND e.product_group = started.product_group
    AND e.event_id > started.event_id AND e.type = 'trial_converted') AS converted,
  EXISTS (SELECT 1 FROM live AS e WHERE e.customer_id = started.customer_id AND e.product_group = started.product_group
    AND e.event_id > started.event_id AND e.type = 'trial_canceled') AS canceled
FROM live AS started WHERE type = 'trial_started';

-- Paid subscriptions: from a first charge to expiry, the chains of prepare.sql.
CREATE TABLE paid AS
SELECT
  first.customer_id, first.at,
  EXISTS (SELECT 1 FROM chained AS e WHERE e.customer_id = first.customer_id AND e.product_group = first.product_group
    AND e.chain = first.chain AND e.type = 'subscription_canceled') AS canceled
FROM (
  SELECT chained.*, row_number() OVER (PARTITION BY customer_id, product_group, chain ORDER BY event_id) AS n
  FROM chained JOIN customer USING (customer_id)
  WHERE customer.environment = 1 AND type IN (SELECT type FROM paid_type)
) AS first
WHERE n = 1;

-- The vendor's factors from a price to a month of it.
CREATE TABLE month_of (product_id TEXT PRIMARY KEY, factor REAL);
INSERT INTO month_of VALUES
  ('premium_weekly', 4.35), ('premium_monthly', 1), ('pro_monthly', 1), ('coaching_monthly', 1), ('premium_yearly', 0.083);
