import type { Job } from '../../job.ts';
import { allBins } from '../tree/BinnedField.ts';
import type { BinnedField } from '../tree/BinnedField.ts';
import { growTree } from '../tree/growTree.ts';
import { assignLeaves } from '../tree/assignLeaves.ts';
import { nodeConditions } from '../tree/leafConditions.ts';
import type { FieldCondition } from '../tree/leafConditions.ts';
import { pruneTree } from '../tree/pruneTree.ts';
import { leafOf, leavesOf } from '../tree/TreeNode.ts';
import type { TreeNode } from '../tree/TreeNode.ts';
import { writeRule } from '../tree/writeRule.ts';

const MAX_DEPTH = 5;

export interface DescribedClusters {
	/** The rule of each cluster; null where no leaf of the tree holds mostly this cluster. */
	readonly rules: readonly (string | null)[];
	/** Entry [cluster * clusters + other]: customers of the cluster whom the rule of the other takes. */
	readonly confusion: Float64Array;
}

/**
 * Rules that come close to clusters: a shallow tree learns which cluster a customer is in, each leaf stands for the cluster that most of
 * its customers are in, and the rule of a cluster is that of its leaves, joined by "or". The rules are true only of customers with a
 * value in every field, and no two of the same one. `rows` and `clusterOfRow` (per row of the frame) are the clustered customers.
 */
export async function describeClusters(
	fields: readonly BinnedField[],
	rows: Int32Array,
	clusterOfRow: Uint8Array,
	clusters: number,
	maxLeaves: number,
	job: Job,
): Promise<DescribedClusters> {
	const target = { kind: 'classes', codes: clusterOfRow, classes: clusters } as const;
	const minimumRows = Math.max(1, Math.floor(rows.length / 500));
	const settings = { maxDepth: MAX_DEPTH, minimumRows, chaid: null };
	const grown = await growTree(fields, target, rows.slice(), settings, job);
	const root = withoutIdleSplits(pruneTree(grown, 0, maxLeaves));
	const leaves = leavesOf(root);
	const clusterOfLeaf = leaves.map(majority);
	const conditions = nodeConditions(root);
	const rules = Array.from({ length: clusters }, (_, cluster) => {
		const own = leaves.filter((_leaf, index) => clusterOfLeaf[index] === cluster);
		const texts = own.map((leaf) => writeRule(withValues(fields, conditions.get(leaf)!)));
		return texts.length === 0 ? null : texts.length === 1 ? texts[0]! : texts.map((text) => `(${text})`).join(' or ');
	});
	const leafOfRow = await assignLeaves(root, clusterOfRow.length, job);
	const confusion = new Float64Array(clusters * clusters);
	for (const row of rows) {
		confusion[clusterOfRow[row]! * clusters + clusterOfLeaf[leafOfRow[row]!]!]!++;
	}
	return { rules, confusion };
}

/** Splits whose leaves all stand for one cluster tell nothing apart. */
function withoutIdleSplits(node: TreeNode): TreeNode {
	const children = node.children.map(withoutIdleSplits);
	const stands = new Set(children.flatMap(leavesOf).map(majority));
	return stands.size === 1 ? leafOf(node) : { ...node, children };
}

function majority({ totals }: TreeNode): number {
	return totals.sums.indexOf(Math.max(...totals.sums));
}

/** Conditions that are never true where a value is missing, whichever field lacks it. */
function withValues(fields: readonly BinnedField[], conditions: readonly FieldCondition[]): FieldCondition[] {
	return [
		...conditions,
		...fields
			.filter((field) => !conditions.some((condition) => condition.field === field))
			.map((field) => ({ field, allowed: allBins(field) })),
	].map(({ field, allowed }) => ({ field, allowed: allowed.with(field.bins, 0) }));
}
