import type { TreeEstimate, TreeFacts, TreeNodeFacts } from '#shared/model/treeBuilder.ts';

/** `12.3 %`, `48.20`: a rate or mean of the outcome. */
export function outcomeFigure(value: number | null, { kind }: TreeFacts['outcome']): string {
	if (value === null) {
		return '–';
	}
	return kind === 'rate'
		? `${(value * 100).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`
		: value.toLocaleString('en', { maximumSignificantDigits: 4 });
}

export function intervalText({ low, high }: Pick<TreeEstimate, 'low' | 'high'>, outcome: TreeFacts['outcome']): string {
	return low === null || high === null ? '' : `${outcomeFigure(low, outcome)} to ${outcomeFigure(high, outcome)}`;
}

/** How a node is split, in words; null for a leaf. */
export function splitText({ split }: TreeNodeFacts): string | null {
	if (split === null) {
		return null;
	}
	const gain = `${(split.gain * 100).toLocaleString('en', { maximumSignificantDigits: 2 })} % of the variance`;
	return split.logP === null ? `${split.field}, ${gain}` : `${split.field}, ${pText(split.logP)}`;
}

function pText(logP: number): string {
	return logP < Math.log(0.0001) ? 'p < 0.0001' : `p = ${Math.exp(logP).toPrecision(2)}`;
}

/** Whether the holdout shows no difference between the parts of a split. */
export function isUnseen({ split }: TreeNodeFacts, level: number): boolean {
	return split !== null && split.holdoutLogP > Math.log(1 - level);
}

/** Where a value lies on a scale that holds every interval, 0 to 1. */
export function treeScale(nodes: readonly TreeNodeFacts[]): (value: number) => number {
	const values = nodes.flatMap(({ holdout, training }) =>
		[holdout.low, holdout.high, holdout.value, training.value].filter((value) => value !== null),
	);
	const low = Math.min(0, ...values);
	const high = Math.max(...values, low + Number.MIN_VALUE);
	return (value) => (value - low) / (high - low || 1);
}
