-- What the screens section says, from the raw log alone. Loaded before: prepare.sql (event, customer, paid_type) and rate.

-- The screen that a customer met first: the web flow for who came by the web, else by what they were offered.
CREATE TABLE met AS
SELECT customer_id, environment,
  CASE
    WHEN store = 'stripe' THEN 'scr_web_funnel'
    WHEN product = 'pro_monthly' THEN 'scr_pro_offer'
    WHEN product = 'credits_100' THEN 'scr_credit_shop'
    ELSE 'scr_main_paywall'
  END AS screen
FROM customer;
CREATE UNIQUE INDEX met_by ON met (customer_id);

-- Each event with the screen of its customer, and a charge in US dollars at the rate of its day.
CREATE TABLE shown AS
SELECT m.screen, m.environment, e.at, e.type, e.customer_id,
  e.type IN ('trial_converted', 'subscription_started', 'in_app_purchase') AS purchased,
  e.type IN ('subscription_started', 'in_app_purchase') AS direct,
  CASE WHEN e.type IN (SELECT type FROM paid_type)
    THEN e.price / iif(e.currency = 'JPY', 1.0, 100.0) * coalesce(rate.usd, 1) ELSE 0 END AS usd
FROM event e
JOIN met m ON m.customer_id = e.customer_id
LEFT JOIN rate ON rate.currency = e.currency AND rate.date = date(e.at, 'unixepoch');
