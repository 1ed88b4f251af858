"""Tails and quantiles at 120 digits. Run: python3 distributions.py (mpmath 1.2). Writes distributions.json."""

import mpmath as mp

from golden import case, write

mp.mp.dps = 120


def normal_tail(z):
    return mp.erfc(mp.mpf(z) / mp.sqrt(2)) / 2


def t_tail(t, v):
    t, v = mp.mpf(t), mp.mpf(v)
    z = v / (v + t * t)
    if z > mp.mpf("0.99"):
        return (1 - mp.betainc(mp.mpf(1) / 2, v / 2, 0, 1 - z, regularized=True)) / 2
    return mp.betainc(v / 2, mp.mpf(1) / 2, 0, z, regularized=True) / 2


def f_tail(f, a, b):
    f, a, b = mp.mpf(f), mp.mpf(a), mp.mpf(b)
    return mp.betainc(b / 2, a / 2, 0, b / (b + a * f), regularized=True)


def chi_tail(x, k):
    return mp.gammainc(mp.mpf(k) / 2, mp.mpf(x) / 2, mp.inf, regularized=True)


def quantile(tail, p, low, high):
    """The x with tail(x) = p, by bisection to 1e-25."""
    low, high = mp.mpf(low), mp.mpf(high)
    while high - low > mp.mpf(10) ** -25 * high:
        middle = (low + high) / 2
        low, high = (middle, high) if tail(middle) > p else (low, middle)
    return low


degrees = [1, 1.5, 2, 3.7, 9, 57.3, 324.9, 10000.5, 123456.7]
tails = [0.25, 0.1, 0.025, 0.005, 0.025 / 120, 1e-7, 1e-12]
write(
    "distributions.json",
    {
        "normalUpperTail": [
            case(f"erfc({z} / sqrt(2)) / 2", {"z": z}, {"p": float(normal_tail(z))})
            for z in [-3.5, -0.2, 0, 1e-9, 0.5, 1.959963984540054, 5, 10, 25.5, 37]
        ],
        "normalUpperQuantile": [
            case(f"z with erfc(z / sqrt(2)) / 2 = {p}", {"p": p}, {"z": float(quantile(normal_tail, mp.mpf(p), 0, 60))})
            for p in tails + [1e-30, 1e-300]
        ],
        "studentTUpperTail": [
            case(f"betainc(v/2, 1/2, 0, v/(v+t^2), regularized=True) / 2, t={t}, v={v}", {"t": t, "df": v}, {"p": float(t_tail(t, v))})
            for v in degrees
            for t in [1e-9, 1e-4, 0.1, 1, 2.1, 6.4275, 15, 40]
        ],
        "studentTUpperQuantile": [
            case(f"t with tail {p} on {v} df, bisection", {"p": p, "df": v}, {"t": float(quantile(lambda t: t_tail(t, v), mp.mpf(p), 1e-6, 1e13))})
            for v in degrees[:7]
            for p in tails
        ],
        "chiSquareUpperTail": [
            case(f"gammainc({k}/2, {x}/2, inf, regularized=True)", {"x": x, "df": k}, {"p": float(chi_tail(x, k))})
            for k in [1, 2, 3, 4, 7, 8, 15, 50, 201, 2000]
            for x in [0, 1e-6, 0.5, 3.84, 10, 50, 300, 1200]
            if chi_tail(x, k) > mp.mpf(10) ** -300
        ],
        "fUpperTail": [
            case(f"betainc({b}/2, {a}/2, 0, {b}/({b}+{a}*{f}), regularized=True)", {"f": f, "df1": a, "df2": b}, {"p": float(f_tail(f, a, b))})
            for a, b in [(1, 46), (2, 545), (4, 20), (8, 18000), (3, 7.5), (19, 99980)]
            for f in [0.01, 0.5, 1.18, 5.846, 21.9535, 30]
            if f_tail(f, a, b) > mp.mpf(10) ** -300
        ],
    },
)
