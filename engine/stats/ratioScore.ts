/**
 * Score statistic for "the ratio of two proportions is theta" (Miettinen and Nurminen 1985):
 * z = (p1 - θ·p0) / √V, V = (p̃1·q̃1/n1 + θ²·p̃0·q̃0/n0)·N/(N-1), with p̃ the maximum-likelihood rates under p̃1 = θ·p̃0.
 * Falls as θ rises. Both n at least 1. Returns 0 where numerator and variance both vanish.
 *
 * p̃0 is the smaller root of Nθ·p² - (u+v)·p + m = 0 with u = θ(n1+x0), v = n0+x1, m = x1+x0. Its discriminant
 * (u+v)² - 4Nθm is written as (u-v)² + 4θ·(n1-x1)(n0-x0), which is the same and cannot cancel.
 */
export function ratioScore(x1: number, n1: number, x0: number, n0: number, theta: number): number {
	const total = n1 + n0;
	const u = theta * (n1 + x0);
	const v = n0 + x1;
	const root = Math.sqrt((u - v) ** 2 + 4 * theta * (n1 - x1) * (n0 - x0));
	const rate0 = (2 * (x1 + x0)) / (u + v + root);
	const rate1 = theta * rate0;
	const variance =
		((rate1 * Math.max(0, 1 - rate1)) / n1 + (theta * theta * rate0 * Math.max(0, 1 - rate0)) / n0) *
		(total / (total - 1));
	const distance = x1 / n1 - theta * (x0 / n0);
	return distance === 0 ? 0 : distance / Math.sqrt(variance);
}
