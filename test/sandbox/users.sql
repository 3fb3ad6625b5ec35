-- What the users, entitlements and purchases sections say, from the raw log alone. Loaded before: prepare.sql and customers.sql.

-- A charge as a store bills it: a decimal text with all digits of its currency, and a base plan on Google Play.
CREATE TABLE transaction_of_user AS
SELECT
  printf('%d', e.event_id) AS id,
  e.customer_id AS user_id,
  c.store AS platform,
  CASE WHEN c.store = 'play_store' AND e.product_group IS NOT NULL
    THEN e.product_id || ':' || replace(e.product_id, '_', '-') ELSE e.product_id END AS product_id,
  e.currency,
  CASE e.currency WHEN 'JPY' THEN printf('%d', e.price) ELSE printf('%.2f', e.price / 100.0) END AS price,
  e.at,
  e.product_group,
  e.event_id
FROM event e JOIN customer c USING (customer_id)
WHERE e.type IN (SELECT type FROM paid_type);

CREATE INDEX transaction_by_user ON transaction_of_user (user_id, event_id);

-- What comes next in the subscription of each event, refunds and notices of cancellation apart.
CREATE TABLE followed AS
SELECT event_id, type,
  lead(type) OVER told AS next_type,
  lead(at) OVER told AS next_at,
  lag(type) OVER told AS before_type
FROM event
WHERE product_group IS NOT NULL AND type NOT LIKE '%\_canceled' ESCAPE '\' AND type <> 'subscription_refunded'
WINDOW told AS (PARTITION BY customer_id, product_group ORDER BY event_id);

CREATE UNIQUE INDEX followed_by_event ON followed (event_id);

-- A subscription as the entitlement of its group: how it stands, whether it is in its trial, and when it began.
CREATE TABLE access AS
SELECT
  s.customer_id AS user_id,
  s.product_group AS id,
  s.state <> 'churned' AS is_active,
  CASE s.state WHEN 'canceled' THEN 'canceled' WHEN 'churned' THEN 'canceled' WHEN 'billing_retry' THEN 'billing_issue' ELSE 'will_renew' END AS renew_state,
  CASE WHEN (SELECT e.type FROM event e WHERE e.customer_id = s.customer_id AND e.product_group = s.product_group
      AND (e.type = 'trial_started' OR e.type IN (SELECT type FROM paid_type)) ORDER BY e.event_id DESC LIMIT 1) = 'trial_started'
    THEN 'trial' ELSE 'normal' END AS period_type,
  (SELECT e.product_id FROM event e WHERE e.customer_id = s.customer_id AND e.product_group = s.product_group
    AND (e.type = 'trial_started' OR e.type IN (SELECT type FROM paid_type)) ORDER BY e.event_id DESC LIMIT 1) AS product_id,
  -- The first event after the last end but one: that of the chain which runs, or ran last.
  (SELECT min(e.at) FROM event e WHERE e.customer_id = s.customer_id AND e.product_group = s.product_group
    AND e.event_id > coalesce((SELECT max(x.event_id) FROM event x WHERE x.customer_id = s.customer_id
      AND x.product_group = s.product_group AND x.type LIKE '%\_expired' ESCAPE '\'
      AND x.event_id < (SELECT max(y.event_id) FROM event y WHERE y.customer_id = s.customer_id AND y.product_group = s.product_group
        AND (y.type = 'trial_started' OR y.type IN (SELECT type FROM paid_type)))), 0)
    AND (e.type = 'trial_started' OR e.type IN (SELECT type FROM paid_type))) AS started_at
FROM subscription s;
