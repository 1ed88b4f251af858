"""
Relative lift of means, heterogeneity and detectable rates. Run: python3 lifts.py (statsmodels 0.13.5, scipy 1.10, mpmath).
Writes lifts.json. Fieller's bounds come from the definition, not from the closed form: the roots in r of
(T - r C)^2 = k^2 (v_T + r^2 v_C), by mpmath.polyroots at 40 digits.
"""

import warnings

import mpmath as mp
import numpy as np
from scipy import optimize
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.proportion import power_proportions_2indep

from golden import case, write

warnings.simplefilter("ignore")
mp.mp.dps = 40


def critical(level, df):
    if df is None:
        return mp.sqrt(2) * mp.erfinv(mp.mpf(level))
    tail = (1 - mp.mpf(level)) / 2
    low, high = mp.mpf("0.001"), mp.mpf(1000)
    for _ in range(100):
        t = (low + high) / 2
        p = mp.betainc(mp.mpf(df) / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
        low, high = (t, high) if p > tail else (low, t)
    return low


def fieller(value1, variance1, value0, variance0, level, df):
    k = critical(level, df)
    t, vt, c, vc = (mp.mpf(number) for number in (value1, variance1, value0, variance0))
    g = k * k * vc / (c * c)
    given = {"value1": value1, "variance1": variance1, "value0": value0, "variance0": variance0, "level": level, "df": df}
    if g >= 1:
        return case("g = k^2 v_C / C^2", given, {"value": None, "low": None, "high": None, "g": float(g)})
    roots = sorted(mp.re(root) for root in mp.polyroots([c * c - k * k * vc, -2 * t * c, t * t - k * k * vt], maxsteps=500, extraprec=200))
    return case("polyroots([C^2 - k^2 v_C, -2 T C, T^2 - k^2 v_T])", given,
                {"value": float(t / c - 1), "low": float(roots[0] - 1), "high": float(roots[1] - 1), "g": float(g)})


def detectable(rate, n1, n0, level, power, comparisons):
    # One-sided at alpha/2: leaves out the chance of a finding in the wrong direction, as power.prop.test(strict = FALSE) does.
    alpha = (1 - level) / comparisons
    found = lambda d: power_proportions_2indep(d, rate, n1, ratio=n0 / n1, alpha=alpha / 2, alternative='larger').power - power
    rise = optimize.brentq(found, 1e-9, 1 - rate, xtol=1e-15, rtol=1e-14)
    return case(f"brentq(power_proportions_2indep(d, {rate}, {n1}, ratio={n0}/{n1}, alpha={alpha}/2, alternative='larger').power - {power})",
                {"rate": rate, "n1": n1, "n0": n0, "level": level, "power": power, "comparisons": comparisons}, {"mde": rise})


def heterogeneity(effects, variances):
    result = combine_effects(np.array(effects), np.array(variances), method_re="dl")
    test = result.test_homogeneity()
    return case("combine_effects(effect, variance): q, test_homogeneity().pvalue, mean_effect_fe; pooledVariance = 1 / sum(1 / variance)",
                {"effects": effects, "variances": variances},
                {"q": float(result.q), "df": len(effects) - 1, "p": float(test.pvalue),
                 "pooled": float(result.mean_effect_fe), "pooledVariance": float(1 / np.sum(1 / np.array(variances)))})


write("lifts.json", {
    "fieller": [
        fieller(*numbers, level, df)
        for numbers in [(12.5, 0.4, 10.0, 0.3), (0.02, 1e-6, 0.03, 4e-6), (5e6, 1e9, 4.9e6, 2e9), (3.0, 0.0, 2.0, 0.1), (3.0, 0.1, 2.0, 0.0),
                        (-1.0, 0.5, 2.0, 0.25), (1.0, 0.2, 1.0, 0.26), (1.0, 0.2, 1.0, 0.3), (100.0, 1e-10, 100.0, 1e-10)]
        for level, df in [(0.95, None), (0.95, 57.3), (0.9995, 1234.5)]
    ],
    "cochranQ": [
        heterogeneity([0.1, 0.3, -0.2, 0.05], [0.01, 0.02, 0.015, 0.2]),
        heterogeneity([0.5, 0.5], [0.01, 0.4]),
        heterogeneity([0.0, 900.0, -50.0], [1e3, 2e3, 5e2]),
        heterogeneity([3.0, -3.0, 0.0, 1.0, 8.0, -9.0], [0.01, 0.01, 0.02, 0.01, 0.03, 0.005]),
    ],
    "minimumDetectableRate": [
        detectable(*numbers)
        for numbers in [(0.025, 100, 300, 0.95, 0.8, 1), (0.025, 5000, 500, 0.95, 0.8, 8), (0.4, 1000, 40, 0.9, 0.9, 1),
                        (0.1, 1000000, 50000, 0.95, 0.8, 120), (0.5, 60, 30, 0.99, 0.8, 1)]
    ],
})
