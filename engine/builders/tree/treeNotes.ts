import { counted } from '#shared/base/counted.ts';
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
	{ nodes, explained, level }: TreeFacts,
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
	const splits = nodes.flatMap(({ split }) => (split ? [split] : []));
	const unseen = splits.filter(({ holdoutLogP }) => holdoutLogP > Math.log(1 - level)).length;
	if (unseen > 0) {
		add(
			'warning',
			`${unseen} of ${counted(splits.length, 'split')} cannot be told from chance in the holdout (marked below). Ask for larger leaves, more gain or a stricter level.`,
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
