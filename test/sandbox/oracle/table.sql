-- One cohort table. Loaded before: question (mode, grouping, definition, net, currency, environment, cohort_from, cohort_to,
-- filter_by, filter_values as JSON, group_by), one row.

-- "The sandbox snaps cohort_from down to the start of its grouping and cohort_to up to the next midnight".
CREATE TEMP TABLE snapped AS
WITH asked AS (
  SELECT *, date(cohort_from, 'unixepoch') AS day, date(cohort_to, 'unixepoch') AS last FROM question
)
SELECT
  unixepoch(CASE grouping
    WHEN 'day' THEN day
    WHEN 'week' THEN date(day, 'weekday 0', '-6 days')
    WHEN 'month' THEN date(day, 'start of month')
    WHEN 'quarter' THEN date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months')
    WHEN 'year' THEN date(day, 'start of year')
  END) AS cohort_from,
  CASE WHEN unixepoch(last) = cohort_to THEN cohort_to ELSE unixepoch(last, '+1 day') END AS cohort_to
FROM asked;

-- "its members are all whose membership event lies in [window start, min(window end, cohort_to))"
-- Each member counts in the whole table (scope '') and, if the table is split, in the one of its value.
CREATE TEMP TABLE member AS
WITH chosen AS (
  SELECT customer_id, period_of.i AS cohort, question.group_by,
    CASE question.group_by WHEN 'country' THEN country WHEN 'store' THEN store WHEN 'campaign' THEN campaign WHEN 'product' THEN product END AS value
  FROM question
  JOIN snapped
  JOIN joined ON joined.definition = question.definition AND at >= snapped.cohort_from AND at < snapped.cohort_to
  JOIN customer USING (customer_id)
  JOIN period_of ON period_of.grouping = question.grouping AND period_of.day = date(at, 'unixepoch')
  WHERE customer.environment = question.environment
    AND (filter_by IS NULL OR EXISTS (
      SELECT 1 FROM json_each(filter_values) AS wanted
      WHERE wanted.value = CASE filter_by WHEN 'country' THEN country WHEN 'store' THEN store WHEN 'campaign' THEN campaign WHEN 'product' THEN product END
    ))
)
SELECT '' AS scope, customer_id, cohort FROM chosen
UNION ALL
SELECT value, customer_id, cohort FROM chosen WHERE group_by IS NOT NULL;
CREATE INDEX temp.member_by_customer ON member (customer_id);

-- "A row is a window with at least one member"
CREATE TEMP TABLE cohort AS
SELECT scope, cohort, count(*) AS users FROM member GROUP BY scope, cohort;

-- "Conversion at the transaction day's historical rate; a refund at its own day's rate."
-- "Gross ignores refunds."
CREATE TEMP TABLE booked AS
SELECT
  member.scope, member.cohort, member.customer_id, is_charge,
  -- "period k of a cohort that starts at S covers the calendar interval S + k to S + k + 1 groupings" / P1, P2, …
  CASE mode WHEN 'by_days' THEN period_of.i - member.cohort ELSE n - 1 END AS k,
  CASE
    WHEN NOT net THEN is_charge * amount
    WHEN is_charge THEN amount - amount * commission
    ELSE -(amount - amount * commission)
  END * CASE
    WHEN money.currency = question.currency THEN 1.0
    -- Rates are US dollars per unit; a dollar is one.
    ELSE iif(money.currency = 'USD', 1.0, source.usd) / iif(question.currency = 'USD', 1.0, target.usd)
  END AS revenue
FROM question
JOIN member
JOIN money USING (customer_id)
JOIN period_of ON period_of.grouping = question.grouping AND period_of.day = date(money.at, 'unixepoch')
LEFT JOIN rate AS source ON source.date = period_of.day AND source.currency = money.currency
LEFT JOIN rate AS target ON target.date = period_of.day AND target.currency = question.currency;

-- By days: every period that "exists when its start is before now". By renewals: "a row ends at the largest n one of its
-- members reached".
CREATE TEMP TABLE period AS
WITH RECURSIVE
  reached AS (SELECT scope, cohort, max(k) AS last FROM booked GROUP BY scope, cohort),
  renewal (scope, cohort, k, last) AS (
    SELECT scope, cohort, 0, last FROM reached
    UNION ALL
    SELECT scope, cohort, k + 1, last FROM renewal WHERE k < last
  )
SELECT scope, cohort, users, calendar.i - cohort AS k
FROM question JOIN cohort JOIN calendar ON calendar.grouping = question.grouping AND calendar.i >= cohort
WHERE mode = 'by_days'
UNION ALL
SELECT scope, cohort, users, k
FROM question JOIN cohort JOIN renewal USING (scope, cohort)
WHERE mode = 'by_renewals';

-- "payers = distinct members who paid in the period; subscriptions = paid charges; arpu = revenue / size;
--  arppu = revenue / payers; arpas = revenue / subscriptions; division by zero is null."
-- "Payers and subscriptions count charges, refunded or not"
CREATE TEMP TABLE cell AS
SELECT
  scope, cohort, k, users,
  coalesce(sum(revenue), 0) AS revenue,
  count(DISTINCT customer_id) FILTER (WHERE is_charge) AS payers,
  coalesce(sum(is_charge), 0) AS subscriptions
FROM period LEFT JOIN booked USING (scope, cohort, k)
GROUP BY scope, cohort, k, users;

CREATE TEMP VIEW metrics AS
SELECT *, revenue / users AS arpu, revenue / nullif(payers, 0) AS arppu, revenue / nullif(subscriptions, 0) AS arpas
FROM cell;

-- "total of period k: sums over the rows that have period k, its ratios by the members of those rows only"
CREATE TEMP VIEW total AS
SELECT scope, k, revenue, payers, subscriptions,
  revenue / users AS arpu, revenue / nullif(payers, 0) AS arppu, revenue / nullif(subscriptions, 0) AS arpas
FROM (
  SELECT scope, k, sum(users) AS users, sum(revenue) AS revenue, sum(payers) AS payers, sum(subscriptions) AS subscriptions
  FROM cell GROUP BY scope, k
);

-- "max_values is over the cells of the rows, open ones included, the total excluded"
CREATE TEMP VIEW maxima AS
SELECT scope,
  coalesce(max(revenue), 0) AS revenue, coalesce(max(payers), 0) AS payers, coalesce(max(subscriptions), 0) AS subscriptions,
  coalesce(max(arpu), 0) AS arpu, coalesce(max(arppu), 0) AS arppu, coalesce(max(arpas), 0) AS arpas
FROM cohort LEFT JOIN metrics USING (scope, cohort)
GROUP BY scope;
