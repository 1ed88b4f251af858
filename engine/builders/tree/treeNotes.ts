import type { BuilderNote } from '#shared/model/builderProposal.ts';
import type { TreeFacts, TreeSettings } from '#shared/model/treeBuilder.ts';
import { MAX_CHAID_LABELS } from './findChaidSplit.ts';
import type { BinnedField } from './BinnedField.ts';

/** A split that explains this much on its own is more likely a copy of the outcome than a finding. */
const SUSPICIOUS_GAIN = 0.8;
/** Below this share of what training promised, the tree has learned noise. */
const POOR_SHARE = 0.5;

/** What a reader should know before believing the tree. */
export function treeNotes(
	{ nodes, explained }: TreeFacts,
	fields: readonly BinnedField[],
	{ method, seed, holdoutShare }: TreeSettings,
): BuilderNote[] {
	const [root] = nodes;
	const notes: BuilderNote[] = [];
	const add = (severity: BuilderNote['severity'], text: string) => notes.push({ severity, text });
	if (root?.split && root.split.gain > SUSPICIOUS_GAIN) {
		const share = Math.round(root.split.gain * 100);
		add(
			'warning',
			`${root.split.field} alone explains ${share} % of the outcome. Is it made from the outcome, or known only after it?`,
		);
	}
	if (root?.split === null) {
		add(
			'warning',
			'No field tells customers apart under these limits: the tree is one leaf. Allow smaller leaves or gains, or choose more fields.',
		);
	}
	const { training, holdout } = explained;
	if (root?.split && training !== null && holdout !== null && holdout < POOR_SHARE * training) {
		add(
			'warning',
			'In the holdout the leaves differ much less than in the training part. Use larger leaves, or fewer of them.',
		);
	}
	const off = nodes.filter(
		({ segment, difference }) => segment !== null && difference && excludesZero(difference),
	).length;
	if (off > 0) {
		add(
			'info',
			`${off} of ${leafCount(nodes)} leaves differ between training and holdout by more than chance at this level would. One in twenty does so by chance at 95 %.`,
		);
	}
	const share = Math.round(holdoutShare * 100);
	add(
		'info',
		`Figures come from a holdout of ${share} % of the customers, drawn with seed ${seed}; the tree has not seen them.`,
	);
	const binned = fields.filter(({ isExact }) => !isExact).map(({ name }) => name);
	if (binned.length > 0) {
		add(
			'info',
			`${binned.join(', ')}: too many values to try every one, so cuts are tried between 254 groups of about equal size (labels: the 253 most frequent).`,
		);
	}
	if (method === 'chaid') {
		add(
			'info',
			`Numbers and dates are cut into ten groups first; the ${MAX_CHAID_LABELS} most frequent labels are a group each and all others one. Missing values are a group of their own that may join any other.`,
		);
	}
	return notes;
}

function excludesZero({ low, high }: { readonly low: number | null; readonly high: number | null }): boolean {
	return (low !== null && low > 0) || (high !== null && high < 0);
}

function leafCount(nodes: TreeFacts['nodes']): number {
	return nodes.filter(({ segment }) => segment !== null).length;
}
