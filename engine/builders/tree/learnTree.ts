import { counted } from '#shared/base/counted.ts';
import type { TreeSettings } from '#shared/model/treeBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { Job } from '../../job.ts';
import type { BinnedField } from './BinnedField.ts';
import { growTree } from './growTree.ts';
import { TRAINING } from './leafStatistics.ts';
import type { OutcomeValues } from './outcomeValues.ts';
import { pruneTree } from './pruneTree.ts';
import type { TreeNode } from './TreeNode.ts';

export interface LearnedTree {
	readonly root: TreeNode;
	/** Mean outcome of the training part. */
	readonly mean: number;
}

/** Grows and prunes a tree on the training part. Throws `data` where it is too small or does not vary. */
export async function learnTree(
	fields: readonly BinnedField[],
	{ values, label }: OutcomeValues,
	partOfRow: Uint8Array,
	settings: TreeSettings,
	job: Job,
): Promise<LearnedTree> {
	const order = trainingRows(partOfRow);
	const { method, minimumLeaf, minimumGain, alpha, maxDepth, maxLeaves } = settings;
	if (order.length < 2 * minimumLeaf) {
		throw new EngineError(
			'data',
			`The training part has ${counted(order.length, 'customer')}, too few for two leaves of at least ${minimumLeaf}. ` +
				'Choose smaller leaves or a smaller holdout.',
		);
	}
	if (order.every((row) => values[row] === values[order[0]!])) {
		throw new EngineError(
			'data',
			`All customers of the training part are alike in ${label}, so there is nothing to tell apart. Choose another outcome.`,
		);
	}
	const isRate = settings.outcome.kind === 'rate';
	const mean = order.reduce((sum, row) => sum + values[row]!, 0) / order.length;
	// Amounts are learned as distances from their mean, so that large ones lose no digits in squares.
	const target = { kind: 'amount', values: isRate ? values : values.map((value) => value - mean) } as const;
	const test = isRate ? 'chi-square' : 'f';
	const chaid = method === 'chaid' ? ({ test, alphaMerge: alpha, alphaSplit: alpha } as const) : null;
	const grown = await growTree(fields, target, order, { maxDepth, minimumRows: minimumLeaf, chaid }, job);
	return { root: pruneTree(grown, method === 'cart' ? minimumGain : 0, maxLeaves), mean };
}

function trainingRows(partOfRow: Uint8Array): Int32Array {
	const rows = new Int32Array(partOfRow.length);
	let count = 0;
	for (let row = 0; row < partOfRow.length; row++) {
		if (partOfRow[row] === TRAINING) {
			rows[count++] = row;
		}
	}
	return rows.slice(0, count);
}
