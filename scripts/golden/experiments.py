"""Writes the golden values of the experiment statistics.

    python3 scripts/golden/experiments.py > test/resources/experiments/stats/golden.json && npm run format

Needs SciPy 1.17 and mpmath. Nothing here comes from the package: distributions and integrals are SciPy's and
mpmath's, Welch's test SciPy's, and the rest is worked out from its definition by root finding.
Each value: what is called, with what, what comes out, and how near (relative, or plus an absolute part where a value may be next to zero).
"""

import json
import sys
import warnings

import mpmath as mp
import numpy as np
from scipy import integrate, optimize, special, stats

warnings.filterwarnings("ignore")
mp.mp.dps = 80
CLOSED, INTEGRAL = 1e-9, 1e-6
values = []


def add(call, args, result, tolerance=CLOSED, absolute=0.0):
    result = [float(x) for x in np.atleast_1d(result)]
    assert all(np.isfinite(result)), (call, args, result)
    values.append(
        {"call": call, "args": args, "result": result, "tolerance": tolerance, "absolute": absolute}
    )


# Distributions, far into their tails.
for z in [-37.5, -12, -5, -1.2, 0, 0.001, 0.7, 1.96, 3, 6, 9, 15, 25, 37]:
    add("normalTail", [z], stats.norm.sf(z))
for p in [1e-300, 1e-100, 1e-30, 1e-12, 1e-6, 0.001, 0.0125, 0.025, 0.31, 0.5, 0.8, 0.975, 0.9995]:
    add("normalQuantile", [p], stats.norm.ppf(p), CLOSED, 1e-15 if p == 0.5 else 0)
for df in [1, 1.5, 2.7, 10, 100.5, 6867.3, 1e6, 1e9]:
    for t in [0.3, 1.9, 4, 12]:
        add("studentTail", [t, df], stats.t.sf(t, df))
    for p in [1e-10, 1e-4, 0.0125, 0.025, 0.4, 0.975]:
        add("studentQuantile", [p, df], stats.t.ppf(p, df))
for df in [1, 2, 3, 7]:
    for x in [1e-4, 0.5, 3.84, 10.8, 60, 500]:
        add("chiSquareTail", [x, df], stats.chi2.sf(x, df))
for x in [1e-5, 0.5, 1.5, 3, 10.5, 1e3, 1e6, 1e9]:
    add("logGamma", [x], special.gammaln(x))
for a, b, x in [(2, 3, 1e-6), (10, 10, 0.5), (21, 981, 0.02), (0.5, 0.5, 0.01), (1, 1e4, 0.001), (500, 10, 0.99),
                (2001, 98001, 0.02), (1e6, 1e6, 0.5), (1, 1, 0.3), (0.5, 2000, 1e-9), (1e5, 3, 0.9999)]:
    add("betaLower", [a, b, x], special.betainc(a, b, x))
for p, a, b in [(0.025, 1, 1), (0.975, 50, 52), (0.025, 0.5, 100.5), (1e-6, 20, 400), (0.995, 2001, 98001), (0.5, 3, 9)]:
    add("betaQuantile", [p, a, b], special.betaincinv(a, b, p))


# Miettinen and Nurminen: their constrained likelihood maximised by number, not by their cubic and quadratic.
def mn_score(x1, n1, x0, n0, link, value):
    """Deviate of p1 − d or p1 − r p0 at the most likely pair that keeps the hypothesis."""
    x1, n1, x0, n0, value = (mp.mpf(v) for v in (x1, n1, x0, n0, value))
    other = (lambda p: p + value) if link == "difference" else (lambda p: p * value)
    low = max(mp.mpf(0), -value) if link == "difference" else mp.mpf(0)
    high = min(mp.mpf(1), 1 - value) if link == "difference" else min(mp.mpf(1), 1 / value)
    slope = 1 if link == "difference" else value

    def score(p):
        q = other(p)
        total = mp.mpf(0)
        total += slope * (x1 / q if x1 else 0) - slope * ((n1 - x1) / (1 - q) if n1 - x1 else 0)
        total += (x0 / p if x0 else 0) - ((n0 - x0) / (1 - p) if n0 - x0 else 0)
        return total

    tiny = (high - low) * mp.mpf(10) ** -30
    a, b = low + tiny, high - tiny
    if score(a) <= 0:
        p = low
    elif score(b) >= 0:
        p = high
    else:
        for _ in range(130):
            middle = (a + b) / 2
            a, b = (middle, b) if score(middle) > 0 else (a, middle)
        p = (a + b) / 2
    q = other(p)
    n = n1 + n0
    factor = 1 if link == "difference" else value**2
    variance = (q * (1 - q) / n1 + factor * p * (1 - p) / n0) * n / (n - 1)
    gap = x1 / n1 - x0 / n0 - value if link == "difference" else x1 / n1 - value * x0 / n0
    return gap / mp.sqrt(variance) if variance > 0 else mp.sign(gap) * mp.inf


def bisect(f, a, b, steps=100):
    a, b = mp.mpf(a), mp.mpf(b)
    rising = f(b) > f(a)
    for _ in range(steps):
        middle = (a + b) / 2
        a, b = (middle, b) if (f(middle) < 0) == rising else (a, middle)
    return (a + b) / 2


def mn(x1, n1, x0, n0, alpha):
    z = mp.mpf(float(stats.norm.isf(alpha / 2)))
    d = mp.mpf(x1) / n1 - mp.mpf(x0) / n0
    near = mp.mpf(10) ** -25
    low = bisect(lambda v: mn_score(x1, n1, x0, n0, "difference", v) - z, -1 + near, d - near)
    high = bisect(lambda v: mn_score(x1, n1, x0, n0, "difference", v) + z, d + near, 1 - near)
    r = (mp.mpf(x1) / n1) / (mp.mpf(x0) / n0)
    ratio = lambda log, sign: mn_score(x1, n1, x0, n0, "ratio", mp.e**log) - sign * z
    ratio_low = mp.e ** bisect(lambda v: ratio(v, 1), mp.log(r) - 12, mp.log(r) - near)
    ratio_high = mp.e ** bisect(lambda v: ratio(v, -1), mp.log(r) + near, mp.log(r) + 12)
    return [low, high, ratio_low, ratio_high]


for x1, n1, x0, n0, alpha in [(56, 70, 48, 80, 0.05), (9, 10, 3, 10, 0.05), (6, 7, 2, 7, 0.05), (3423, 17260, 3785, 17293, 0.05),
                              (1945, 17260, 2033, 17293, 0.05), (1945, 17260, 2033, 17293, 0.0125), (26, 40000, 41, 41000, 0.05),
                              (200_450, 10_000_000, 199_700, 10_000_000, 0.01), (990, 1000, 985, 1000, 0.05), (1, 3, 1, 2, 0.05)]:
    add("rates", [x1, n1, x0, n0, alpha], mn(x1, n1, x0, n0, alpha))
    add("ratesP", [x1, n1, x0, n0], 2 * mp.ncdf(-abs(mn_score(x1, n1, x0, n0, "difference", 0))))


# Welch by SciPy; Fieller's bounds as the ratios at which that test of arm − r · control is exactly at alpha.
def welch(m1, s1, n1, m0, s0, n0, alpha):
    test = stats.ttest_ind_from_stats(m1, s1, n1, m0, s0, n0, equal_var=False)
    v1, v0 = s1**2 / n1, s0**2 / n0
    df = (v1 + v0) ** 2 / (v1**2 / (n1 - 1) + v0**2 / (n0 - 1))
    t = stats.t.isf(alpha / 2, df)
    low, high = m1 - m0 - t * np.sqrt(v1 + v0), m1 - m0 + t * np.sqrt(v1 + v0)
    lift = sorted(np.roots([m0**2 - t**2 * v0, -2 * m1 * m0, m1**2 - t**2 * v1]).real - 1)
    return test.pvalue, [low, high], lift


for arm in [(0.70, 6.2, 3461, 0.41, 3.9, 3407), (1.2, 11, 5000, 1.0, 9, 45000), (101, 15, 12, 90, 22, 9),
            (0.8012, 7.99, 1_000_000, 0.8, 8.01, 1_000_000), (3, 1, 2, 2, 1.5, 3), (40, 0.5, 60, 30, 0.5, 50)]:
    for alpha in [0.05, 0.0125]:
        p, difference, lift = welch(*arm, alpha)
        add("welch", [*arm, alpha], [p, *difference])
        if np.sign(lift[0] + 1) > -0.5 and arm[3] ** 2 > (stats.t.isf(alpha / 2, 1.5) * arm[4]) ** 2 / arm[5]:
            add("fieller", [*arm, alpha], lift)
for arm in [(0.70, 6.2, 3461, 0.41, 3.9, 3407), (1.2, 11, 5000, 1.0, 9, 45000)]:
    add("fieller", [*arm, 0.05], welch(*arm, 0.05)[2])
    m1, s1, n1, m0, s0, n0 = arm
    error = np.sqrt((s1**2 / n1 + s0**2 / n0 * (m1 / m0) ** 2) / m0**2)
    add("deltaLiftP", [*arm], 2 * stats.norm.sf(abs((m1 / m0 - 1) / error)))

# A ratio of sums, by the variance of each user's residual.
rng = np.random.default_rng(6)
for n in [50, 4000]:
    x = rng.poisson(3, n)
    y = rng.poisson(0.4 * x + 0.1)
    ratio = y.sum() / x.sum()
    variance = np.var(y - ratio * x, ddof=1) / n / x.mean() ** 2
    sums = [n, int(y.sum()), int(x.sum()), int((y * y).sum()), int((x * x).sum()), int((x * y).sum())]
    add("ratio", sums, [ratio, variance])


# Asymptotic confidence sequences: the least alpha that leaves an estimate out, by root finding on the width.
def reach(n, tuned, alpha):
    n, alpha = mp.mpf(n), mp.mpf(alpha)
    rho2 = (-2 * mp.log(alpha) + mp.log(-2 * mp.log(alpha) + 1)) / tuned
    return mp.sqrt(n) * mp.sqrt(2 * (n * rho2 + 1) / (n**2 * rho2) * mp.log(mp.sqrt(n * rho2 + 1) / alpha))


for n in [30, 500, 6461, 100_000, 10_000_000]:
    for tuned, alpha in [(1000, 0.05), (50_000, 0.05), (50_000, 0.01)]:
        add("sequenceReach", [n, tuned, alpha], reach(n, tuned, alpha))
for errors, n, tuned in [(3, 6461, 5000), (4.2, 100_000, 50_000), (9, 20_000, 50_000), (2.5, 50_000, 50_000)]:
    rho2 = (-2 * mp.log(mp.mpf("0.05")) + mp.log(-2 * mp.log(mp.mpf("0.05")) + 1)) / tuned
    width = lambda log: mp.sqrt(2 * (1 + 1 / (n * rho2)) * (mp.log(mp.sqrt(n * rho2 + 1)) - log)) - errors
    log = bisect(width, -200, mp.log(mp.sqrt(n * rho2 + 1)))
    add("sequenceP", [errors, n, tuned, 0.05], min(mp.mpf(1), mp.e**log))


# Sample ratio: the Bayes factor user by user from its definition, not from gamma functions.
def dirichlet_p(counts, weights, concentration=100):
    share = [mp.mpf(w) / sum(weights) for w in weights]
    prior = [concentration * len(counts) * s for s in share]
    factor, seen = mp.mpf(1), 0
    for arm, count in enumerate(counts):
        for k in range(count):
            factor *= (prior[arm] + k) / (sum(prior) + seen) / share[arm]
            seen += 1
    return min(mp.mpf(1), 1 / factor)


for counts, weights in [([500, 500], [1, 1]), ([520, 480], [1, 1]), ([5200, 4800], [1, 1]), ([900, 140], [9, 1]), ([300, 310, 420], [1, 1, 1]), ([52000, 48000], [1, 1])]:
    add("sequentialRatioP", [counts, weights], dirichlet_p(counts, weights), CLOSED)
    expected = np.array(weights) / sum(weights) * sum(counts)
    add("chiSquareRatioP", [counts, weights], stats.chisquare(counts, expected).pvalue)

# Holm's procedure by its definition: the k-th smallest of m is multiplied by m − k + 1, and none falls under one before it.
def holm(ps):
    order = np.argsort(ps)
    raised = np.minimum(1, np.maximum.accumulate([ps[i] * (len(ps) - k) for k, i in enumerate(order)]))
    return [raised[list(order).index(i)] for i in range(len(ps))]


for ps in [[0.01, 0.04, 0.03], [0.2, 0.001, 0.02, 0.5], [0.04, 0.04], [0.9]]:
    add("holm", [ps], holm(ps))


# Beta beliefs: chance and losses by SciPy's quadrature over the density, intervals by root finding on it.
def beta_chance(a, b, c, d, shift=0.0, ratio=1.0):
    """P(arm − shift > control) or P(arm > ratio · control) for arm ~ Beta(a, b), control ~ Beta(c, d)."""
    arm, control = stats.beta(a, b), stats.beta(c, d)
    middle = [control.ppf(q) for q in (1e-9, 1e-4, 0.05, 0.5, 0.95, 1 - 1e-4, 1 - 1e-9)]
    edges = [0.0, *middle, 1.0]
    f = lambda x: control.pdf(x) * arm.sf(x * ratio + shift)
    return sum(integrate.quad(f, lo, hi, limit=300, epsabs=1e-13)[0] for lo, hi in zip(edges, edges[1:]) if hi > lo)


def beta_loss(a, b, c, d):
    """E[(control − arm)+]: the chance that a point lies between both, over all points."""
    arm, control = stats.beta(a, b), stats.beta(c, d)
    edges = sorted({0.0, *(dist.ppf(q) for dist in (arm, control) for q in (1e-9, 1e-3, 0.5, 1 - 1e-3, 1 - 1e-9)), 1.0})
    f = lambda x: arm.cdf(x) * control.sf(x)
    return sum(integrate.quad(f, lo, hi, limit=300, epsabs=1e-14)[0] for lo, hi in zip(edges, edges[1:]))


for belief in [(52, 50, 50, 52), (1, 11, 1, 21), (1, 1, 1, 1), (2101, 98001, 2001, 98001), (31, 4001, 24, 4001),
               (1946, 15316, 2034, 15261), (20_046, 980_001, 20_000, 980_001), (31, 401, 2001, 38001), (5.5, 80.5, 9.5, 90.5)]:
    a, b, c, d = belief
    add("betaChance", belief, [beta_chance(*belief), beta_loss(a, b, c, d), beta_loss(c, d, a, b)], INTEGRAL, 1e-9)
    if 1e4 > a + b > 20:
        low = optimize.brentq(lambda v: beta_chance(*belief, shift=v) - 0.975, -0.99, 0.99, xtol=1e-14)
        high = optimize.brentq(lambda v: beta_chance(*belief, shift=v) - 0.025, -0.99, 0.99, xtol=1e-14)
        add("betaDifference", [*belief, 0.025], [low, high], INTEGRAL, 1e-8)
        low = optimize.brentq(lambda v: beta_chance(*belief, ratio=v) - 0.975, 1e-3, 100, xtol=1e-12)
        high = optimize.brentq(lambda v: beta_chance(*belief, ratio=v) - 0.025, 1e-3, 100, xtol=1e-12)
        add("betaRatio", [*belief, 0.025], [low, high], INTEGRAL)
for m1, v1, m0, v0 in [(1.1, 0.01, 1.0, 0.01), (0.7, 0.011, 0.41, 0.0045), (5, 1e-4, 5.2, 2e-4), (10, 1, 30, 0.5)]:
    gap = stats.norm(m1 - m0, np.sqrt(v1 + v0))
    loss = lambda sign: integrate.quad(lambda x: max(0, sign * x) * gap.pdf(x), gap.mean() - 40 * gap.std(), gap.mean() + 40 * gap.std(), points=[0, gap.mean()], limit=500, epsabs=1e-15)[0]
    add("normalChance", [m1, v1, m0, v0], [gap.sf(0), loss(-1), loss(1)], INTEGRAL, 1e-12)

# Fixed sample sizes by the normal approximation with unpooled variances, as SciPy's quantiles give them.
for rate, effect, alpha, power in [(0.02, 0.1, 0.05, 0.8), (0.05, 0.2, 0.05, 0.9), (0.3, -0.1, 0.01, 0.8)]:
    drift = stats.norm.isf(alpha / 2) + stats.norm.ppf(power)
    p1 = rate * (1 + effect)
    n = 2 * (drift / (rate * effect)) ** 2 * (rate * (1 - rate) + p1 * (1 - p1))
    add("fixedUsers", [rate, effect, alpha, power], np.ceil(n))

json.dump({"tools": "scipy 1.17, mpmath", "values": values}, sys.stdout, indent=0)
