-- Results of experiments by group, by the words of the contract and of "How experiments are judged" and nothing else.
-- Loaded before: log, rate (date, currency, usd), experiment (id, started, finished, offer), grp (id, experiment, position,
-- lost), setting (now, window_days: null for accrued). share(experiment, draw, customer) is the assignment's draw from 0 to 1.

CREATE TABLE exposure AS
WITH met AS (
  SELECT e.id AS experiment, l.customer_id, l.at, share(e.id, 'group', l.customer_id) AS draw
  FROM experiment e JOIN log l
    ON l.type = 'install' AND l.environment = 1
   AND l.at >= e.started AND l.at < coalesce(e.finished, 1e18) AND coalesce(e.offer, l.first_product) = l.first_product
)
SELECT met.experiment, g.id AS grp, met.customer_id, met.at
FROM met JOIN grp g
  -- Two groups of equal weight: half of the draws each.
  ON g.experiment = met.experiment AND met.draw >= g.position / 2.0 AND met.draw < (g.position + 1) / 2.0
WHERE share(met.experiment, 'lost', met.customer_id) >= g.lost;

-- What each user did: within the window, of users old enough for it; or everything so far.
CREATE TABLE deed AS
SELECT
  x.experiment, x.grp, x.customer_id, l.type,
  CASE
    WHEN l.price IS NULL THEN 0
    WHEN l.type IN ('subscription_refunded', 'in_app_refunded') THEN -1
    ELSE 1
  END * coalesce(l.price, 0) / CASE l.currency WHEN 'JPY' THEN 1.0 ELSE 100.0 END * coalesce(r.usd, 1) AS money,
  l.price IS NOT NULL AND l.type NOT IN ('subscription_refunded', 'in_app_refunded') AS pays
FROM exposure x
JOIN setting s ON s.window_days IS NULL OR x.at + s.window_days * 86400 <= s.now
JOIN log l ON l.customer_id = x.customer_id
  AND l.at < CASE WHEN s.window_days IS NULL THEN s.now ELSE x.at + s.window_days * 86400 END
LEFT JOIN rate r ON r.date = date(l.at, 'unixepoch') AND r.currency = l.currency;

CREATE TABLE user AS
SELECT
  experiment, grp, customer_id,
  max(type = 'trial_started') AS trial_started,
  max(type = 'trial_converted') AS trial_converted,
  max(type = 'trial_canceled') AS trial_canceled,
  max(type IN ('trial_converted', 'subscription_started')) AS started,
  max(type = 'subscription_canceled') AS canceled,
  max(pays) AS paying,
  max(type IN ('subscription_refunded', 'in_app_refunded')) AS refunded,
  sum(money) AS sales,
  -- Nobody exposed has been a customer for a year: the store takes 30% of everything.
  0.7 * sum(money) AS proceeds
FROM deed GROUP BY experiment, grp, customer_id;

SELECT
  experiment, grp,
  count(*) AS users,
  sum(trial_started) AS trials_started,
  sum(trial_converted) AS trials_converted,
  sum(trial_canceled) AS trials_cancelled,
  sum(started) AS subscriptions_started,
  sum(canceled) AS subscriptions_cancelled,
  sum(paying) AS paying_users,
  sum(refunded) AS refunds,
  sum(sales) AS sales,
  sum(proceeds) AS proceeds,
  sum(sales * sales) AS sales_sum_squares,
  sum(proceeds * proceeds) AS proceeds_sum_squares
FROM user GROUP BY experiment, grp;
