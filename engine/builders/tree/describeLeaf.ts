import { counted } from '#shared/base/counted.ts';
import type { TreeFacts, TreeNodeFacts } from '#shared/model/treeBuilder.ts';

/** What the holdout says of a leaf, and how far the training part was off. */
export function describeLeaf(
	{ training, holdout }: TreeNodeFacts,
	{ outcome, level }: Omit<TreeFacts, 'nodes'>,
): string {
	const written = (value: number | null) => figure(value, outcome.kind);
	const what = outcome.kind === 'rate' ? `share of ${outcome.label}` : `mean ${outcome.label}`;
	if (holdout.value === null) {
		return `No customer of the holdout is here; the training part has a ${what} of ${written(training.value)}.`;
	}
	const interval =
		holdout.low === null || holdout.high === null
			? ''
			: ` (${Math.round(level * 1000) / 10} % interval ${written(holdout.low)} to ${written(holdout.high)})`;
	return (
		`Holdout: ${what} ${written(holdout.value)}${interval} among ${counted(holdout.customers, 'customer')}. ` +
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
