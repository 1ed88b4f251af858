import { counted } from '#shared/base/counted.ts';
import type { TreeFacts, TreeNodeFacts } from '#shared/model/treeBuilder.ts';

/** What the holdout says of a leaf, and how far the training part was off. */
export function describeLeaf(
	{ training, holdout }: TreeNodeFacts,
	{ outcome, level }: Omit<TreeFacts, 'nodes'>,
): string {
	const written = (value: number | null) => figure(value, outcome.kind);
	const [before, after] = outcome.kind === 'rate' ? ['', ` with ${outcome.label}`] : [`mean ${outcome.label} `, ''];
	if (holdout.value === null) {
		return `Nobody of the holdout is here. Training: ${before}${written(training.value)}${after}.`;
	}
	const interval =
		holdout.low === null || holdout.high === null
			? ''
			: ` (${Math.round(level * 1000) / 10} % interval ${written(holdout.low)} to ${written(holdout.high)})`;
	return (
		`Holdout: ${before}${written(holdout.value)}${interval}${after}, among ${counted(holdout.customers, 'customer')}. ` +
		`Training: ${written(training.value)} among ${counted(training.customers, 'customer')}.`
	);
}

function figure(value: number | null, kind: 'rate' | 'amount'): string {
	if (value === null) {
		return 'no value';
	}
	return kind === 'rate'
		? `${(value * 100).toLocaleString('en', { maximumSignificantDigits: 3 })} %`
		: value.toLocaleString('en', { maximumSignificantDigits: 5 });
}
