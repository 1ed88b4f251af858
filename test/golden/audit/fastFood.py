"""Golden values of test/engine/hosts/cli/audit.test.ts: statsmodels' Welch intervals on the fast-food promotion file.

Run: python3 fastFood.py WA_Marketing-Campaign.csv > fastFood.json
"""
import csv
import json
import sys

import scipy
import statsmodels
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

sales = {"1": [], "2": [], "3": []}
for row in csv.DictReader(open(sys.argv[1])):
    sales[row["Promotion"]].append(float(row["SalesInThousands"]))


def welch(first, second):
    compared = CompareMeans(DescrStatsW(first), DescrStatsW(second))
    low, high = compared.tconfint_diff(alpha=0.05, usevar="unequal")
    t, p, df = compared.ttest_ind(usevar="unequal")
    return {"value": compared.d1.mean - compared.d2.mean, "low": low, "high": high, "t": t, "p": p, "df": df}


values = {
    "call": "statsmodels CompareMeans(DescrStatsW(a), DescrStatsW(b)).tconfint_diff(alpha=0.05, usevar='unequal') and .ttest_ind(usevar='unequal')",
    "versions": {"statsmodels": statsmodels.__version__, "scipy": scipy.__version__},
    "means": {key: sum(group) / len(group) for key, group in sales.items()},
    "n": {key: len(group) for key, group in sales.items()},
    "1 against 2": welch(sales["1"], sales["2"]),
    "1 against rest": welch(sales["1"], sales["2"] + sales["3"]),
    "2 against rest": welch(sales["2"], sales["1"] + sales["3"]),
    "3 against rest": welch(sales["3"], sales["1"] + sales["2"]),
}
print(json.dumps(values, indent=1))
