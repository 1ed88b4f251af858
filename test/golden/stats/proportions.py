"""
Intervals and tests of proportions. Run: python3 proportions.py (statsmodels 0.13.5, scipy 1.10, mpmath 1.2).
Writes proportions.json. Where statsmodels' root search or rounding is coarser than 1e-9, or it refuses 0 events, the value
comes from the definition at 30 digits (mpmath) or from exact integers; `call` says which.
"""

import warnings
from fractions import Fraction
from math import comb

import mpmath as mp
from scipy.stats import fisher_exact
from statsmodels.stats.proportion import confint_proportions_2indep as two_confint
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.proportion import score_test_proportions_2indep

from golden import case, write

warnings.simplefilter("ignore")
mp.mp.dps = 30

singles = [(0, 1), (1, 1), (0, 10), (3, 10), (10, 10), (1, 30), (25, 1000), (999, 1000), (0, 10**9), (7, 10**9), (10**9, 10**9), (123456, 5000000)]
pairs = [
    (1, 1, 0, 1), (3, 10, 2, 12), (0, 10, 2, 12), (3, 10, 0, 12), (10, 10, 7, 12), (10, 10, 12, 12), (7, 10, 12, 12),
    (10, 100, 5, 120), (10, 100, 5, 100), (2, 100, 3, 100), (25, 1000, 30, 1000), (40, 1000, 25, 5000), (998, 1000, 4990, 5001),
    (1, 1000000, 3, 1000000), (52000, 1000000, 25000, 500000), (500, 20000, 3, 40),
]


def bisect(falling, target, low, high):
    """ln theta with falling(theta) = target."""
    low, high = mp.mpf(low), mp.mpf(high)
    for _ in range(110):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(mp.exp(middle)) > target else (low, middle)
    return mp.exp(low)


def constrained_rate(x1, n1, x0, n0, theta):
    """Numerical maximum of the likelihood in p0 under p1 = theta p0: the zero of its falling derivative."""
    low, high = mp.mpf(0), min(mp.mpf(1), 1 / theta)

    def slope(p):
        parts = mp.mpf(x1 + x0) / p if x1 + x0 else mp.mpf(0)
        parts -= (n1 - x1) * theta / (1 - theta * p) if n1 > x1 else 0
        parts -= mp.mpf(n0 - x0) / (1 - p) if n0 > x0 else 0
        return parts

    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    return low


def score(x1, n1, x0, n0, theta):
    p0 = constrained_rate(x1, n1, x0, n0, theta)
    p1 = theta * p0
    n = mp.mpf(n1 + n0)
    variance = (p1 * (1 - p1) / n1 + theta**2 * p0 * (1 - p0) / n0) * n / (n - 1)
    distance = mp.mpf(x1) / n1 - theta * mp.mpf(x0) / n0
    return distance / mp.sqrt(variance) if distance else mp.mpf(0)


def score_interval(x1, n1, x0, n0, level):
    z = mp.sqrt(2) * mp.erfinv(mp.mpf(level))
    low = mp.mpf(0) if x1 == 0 else bisect(lambda theta: score(x1, n1, x0, n0, theta), z, -20, 20)
    high = None if x0 == 0 else bisect(lambda theta: score(x1, n1, x0, n0, theta), -z, -20, 20)
    return float(low), None if high is None else float(high)


def fisher_fraction(x1, n1, x0, n0):
    events = x1 + x0
    support = range(max(0, events - n0), min(events, n1) + 1)
    weights = {k: comb(n1, k) * comb(n0, events - k) for k in support}
    limit = weights[x1]
    extreme = sum(w for w in weights.values() if w <= limit)
    return float(Fraction(extreme, sum(weights.values())))


def wilson(x, n, level):
    low, high = proportion_confint(x, n, alpha=1 - level, method="wilson")
    exact = n >= 10**9
    if exact:
        mx, mn, z = mp.mpf(x), mp.mpf(n), mp.sqrt(2) * mp.erfinv(mp.mpf(level))
        half = z * mp.sqrt(mx * (mn - mx) / mn + z * z / 4)
        low, high = (mx + z * z / 2 - half) / (mn + z * z), (mx + z * z / 2 + half) / (mn + z * z)
    name = "definition at 30 digits" if exact else f"proportion_confint({x}, {n}, alpha={1 - level}, method='wilson')"
    return case(name, {"x": x, "n": n, "level": level}, {"value": x / n, "low": 0 if x == 0 else float(low), "high": 1 if x == n else float(high)})


def arguments(pair):
    return dict(zip(("x1", "n1", "x0", "n0"), pair))


levels = [0.8, 0.95, 0.95 + 0.05 * 119 / 120]
functions = {
    "wilsonInterval": [wilson(x, n, level) for x, n in singles for level in levels],
    "newcombeDifference": [],
    "miettinenNurminen": [],
    "miettinenNurminenStatsmodels": [],
    "katzLog": [],
    "scoreTest": [],
    "fisherExact": [],
}
for pair in pairs:
    x1, n1, x0, n0 = pair
    for level in levels:
        alpha = 1 - level
        given = {**arguments(pair), "level": level}
        low, high = two_confint(*pair, method="newcomb", compare="diff", alpha=alpha)
        functions["newcombeDifference"].append(
            case(f"confint_proportions_2indep{pair + ('newcomb', 'diff', alpha)}", given, {"value": x1 / n1 - x0 / n0, "low": low, "high": high}))
        low, high = score_interval(*pair, level)
        functions["miettinenNurminen"].append(
            case("score statistic with the numerically maximised likelihood, bisection, 30 digits", given,
                 {"ratio": x1 * n0 / (n1 * x0) if x0 else None, "low": low, "high": high}))
        low, high = two_confint(*pair, method="score", compare="ratio", alpha=alpha)
        if 0 < x1 < n1 and 0 < x0 < n0 and max(n1, n0) < 10**5:
            functions["miettinenNurminenStatsmodels"].append(
                case(f"confint_proportions_2indep{pair + ('score', 'ratio', alpha)}", given, {"low": low, "high": high}))
        low, high = two_confint(*pair, method="log-adjusted", compare="ratio", alpha=alpha)
        if (x1, x0) != (n1, n0):
            functions["katzLog"].append(
                case(f"confint_proportions_2indep{pair + ('log-adjusted', 'ratio', alpha)}", given, {"low": low, "high": high}))
    if 0 < x1 + x0 < n1 + n0:
        test = score_test_proportions_2indep(*pair, value=1, compare="ratio", correction=True)
        functions["scoreTest"].append(
            case(f"score_test_proportions_2indep{pair}, value=1, compare='ratio', correction=True", arguments(pair),
                 {"z": float(test.statistic), "p": float(test.pvalue)}))

for pair in pairs[:-3] + [(0, 40, 9, 40), (4, 20, 1, 4000), (0, 5, 0, 7), (60, 60, 0, 60), (1, 1000000, 9, 900000), (4, 2000, 60, 3000)]:
    if pair[0] + pair[2] < 3000 or pair[1] + pair[3] < 10000:
        value = fisher_fraction(*pair)
        x1, n1, x0, n0 = pair
        reference = fisher_exact([[x1, n1 - x1], [x0, n0 - x0]])[1]
        assert abs(reference - value) <= 1e-6 * value, (pair, reference, value)
        functions["fisherExact"].append(
            case("sum of exact integer weights not above the observed one (scipy fisher_exact agrees to 1e-6)", arguments(pair), {"p": value}))

write("proportions.json", functions)
