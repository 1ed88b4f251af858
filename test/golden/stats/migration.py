"""
Stability of sizes, and the tests of members and revenue between two dates. Run: /usr/bin/python3 migration.py (scipy 1.10, numpy 1.24).
Writes migration.json. The population stability index is the sum of both relative entropies (Jeffreys' divergence).
"""

import numpy as np
from scipy.stats import binomtest, entropy, ttest_1samp

from golden import case, write


def stability(expected, actual):
    e, a = np.array(expected) + 0.5, np.array(actual) + 0.5
    return case("entropy(a + 0.5, e + 0.5) + entropy(e + 0.5, a + 0.5)", {"expected": expected, "actual": actual},
                {"index": float(entropy(a, e) + entropy(e, a))})


def sign(ups, downs):
    return case("binomtest(ups, ups + downs).pvalue", {"ups": ups, "downs": downs}, {"p": float(binomtest(ups, ups + downs).pvalue)})


def one_sample(x):
    test = ttest_1samp(x, 0)
    return case("ttest_1samp(x, 0)", {"x": x}, {"t": float(test.statistic), "p": float(test.pvalue)})


write("migration.json", {
    "populationStability": [stability(e, a) for e, a in [
        ([120, 300, 80], [100, 310, 90]), ([500, 500], [900, 100]), ([10, 0, 990], [0, 10, 990]), ([1, 1, 1, 1], [1, 1, 1, 1]),
        ([40000, 3000, 7, 0], [38000, 5200, 1, 12]), ([3, 9], [30, 90])]],
    "signTest": [sign(*pair) for pair in [(1, 0), (5, 5), (8, 2), (2, 9), (0, 12), (149, 152), (227, 206), (1000, 1100), (60000, 60400), (7, 300)]],
    "oneSampleT": [one_sample(x) for x in [[1, -2, 3.5, 0, 0, 4], [-1250, 0, 0, 0, 300, -475, 12], [2, 3], [0.1, 0.1, 0.1001]]],
})
