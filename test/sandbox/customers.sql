-- What the customers section says, from the raw log alone. Loaded before: prepare.sql (event, customer, paid_type).

-- An amount of the log in US dollars at the rate of its day.
CREATE TABLE dollar AS
SELECT
  event.event_id, event.customer_id, event.at, event.type, event.currency, event.product_id,
  event.price / CASE event.currency WHEN 'JPY' THEN 1.0 ELSE 100.0 END
    * CASE event.currency WHEN 'USD' THEN 1.0 ELSE rate.usd END AS usd,
  event.type IN (SELECT type FROM paid_type) AS is_charge
FROM event
LEFT JOIN rate ON rate.currency = event.currency AND rate.date = date(event.at, 'unixepoch')
WHERE event.price IS NOT NULL;

CREATE INDEX dollar_of_customer ON dollar (customer_id, event_id);

-- The last event of each subscription that says how it stands; refunds leave it as it is.
CREATE TABLE subscription AS
SELECT customer_id, product_group, type,
  CASE
    WHEN type LIKE '%\_expired' ESCAPE '\' THEN 'churned'
    WHEN type LIKE '%\_canceled' ESCAPE '\' THEN 'canceled'
    WHEN type LIKE '%\_billing\_retry' ESCAPE '\' THEN 'billing_retry'
    WHEN type = 'trial_started' THEN 'trial'
    ELSE 'active'
  END AS state
FROM (
  SELECT *, row_number() OVER (PARTITION BY customer_id, product_group ORDER BY event_id DESC) AS newest
  FROM event
  WHERE product_group IS NOT NULL AND type <> 'subscription_refunded'
)
WHERE newest = 1;

CREATE INDEX subscription_of_customer ON subscription (customer_id);

CREATE TABLE last_charge AS
SELECT customer_id, event_id, at, currency FROM dollar
WHERE event_id IN (SELECT max(event_id) FROM dollar WHERE is_charge GROUP BY customer_id);
CREATE UNIQUE INDEX last_charge_of_customer ON last_charge (customer_id);

CREATE TABLE profile AS
SELECT
  c.customer_id AS id,
  c.environment,
  CASE c.store WHEN 'app_store' THEN 'iOS' WHEN 'play_store' THEN 'Android' WHEN 'stripe' THEN 'Stripe' END AS platform,
  c.country,
  (SELECT min(at) FROM event e WHERE e.customer_id = c.customer_id) AS since,
  (SELECT max(at) FROM event e WHERE e.customer_id = c.customer_id) AS last_seen,
  (SELECT min(event_id) FROM event e WHERE e.customer_id = c.customer_id) AS arrival,
  (SELECT count(*) FROM dollar m WHERE m.customer_id = c.customer_id AND is_charge) AS payments,
  coalesce((SELECT sum(usd) FROM dollar m WHERE m.customer_id = c.customer_id AND is_charge), 0) AS charged,
  coalesce((SELECT sum(CASE WHEN is_charge THEN usd ELSE -usd END) FROM dollar m WHERE m.customer_id = c.customer_id), 0) AS net,
  (SELECT at FROM last_charge l WHERE l.customer_id = c.customer_id) AS last_payment_at,
  (SELECT currency FROM last_charge l WHERE l.customer_id = c.customer_id) AS currency,
  (SELECT product_id FROM event e WHERE e.customer_id = c.customer_id
    AND (e.type = 'trial_started' OR e.type IN (SELECT type FROM paid_type)) ORDER BY event_id DESC LIMIT 1) AS product,
  CASE
    WHEN EXISTS (SELECT 1 FROM subscription s WHERE s.customer_id = c.customer_id AND state = 'active') THEN 'active'
    WHEN EXISTS (SELECT 1 FROM subscription s WHERE s.customer_id = c.customer_id AND state = 'trial') THEN 'trial'
    WHEN EXISTS (SELECT 1 FROM subscription s WHERE s.customer_id = c.customer_id AND state = 'billing_retry') THEN 'billing_retry'
    WHEN EXISTS (SELECT 1 FROM subscription s WHERE s.customer_id = c.customer_id AND state = 'canceled') THEN 'canceled'
    WHEN EXISTS (SELECT 1 FROM event r JOIN last_charge l ON r.refund_of = l.event_id WHERE r.customer_id = c.customer_id) THEN 'refunded'
    WHEN EXISTS (SELECT 1 FROM subscription s WHERE s.customer_id = c.customer_id) THEN 'churned'
  END AS status
FROM customer c;
