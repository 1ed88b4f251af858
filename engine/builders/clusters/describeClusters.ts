import type { Job } from '../../job.ts';
import { allBins } from '../tree/BinnedField.ts';
import type { BinnedField } from '../tree/BinnedField.ts';
import { growTree } from '../tree/growTree.ts';
import { assignLeaves } from '../tree/assignLeaves.ts';
import { nodeConditions } from '../tree/nodeConditions.ts';
import type { FieldCondition } from '../tree/nodeConditions.ts';
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
 * its customers are in, and the rule of a cluster is that of its leaves, joined by "or". No two rules are true of the same customer, and
 * none of `incomplete` customers, who lack a value. `rows` and `clusterOfRow` (per row of the frame) are the clustered customers.
 */
export async function describeClusters(
	fields: readonly BinnedField[],
	rows: Int32Array,
	incomplete: Int32Array,
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
		const texts = own.map((leaf) => writeRule(withValues(fields, conditions.get(leaf)!, incomplete)));
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

/**
 * The conditions, true of no missing value, and as many more fields that must have a value as it takes to keep incomplete customers out:
 * values are often missing together, and one field then says it for all.
 */
function withValues(
	fields: readonly BinnedField[],
	conditions: readonly FieldCondition[],
	incomplete: Int32Array,
): FieldCondition[] {
	const found = conditions.map(({ field, allowed }) => ({ field, allowed: allowed.with(field.bins, 0) }));
	let caught = incomplete.filter((row) => found.every(({ field, allowed }) => allowed[field.codes[row]!] === 1));
	while (caught.length > 0) {
		const lacking = (field: BinnedField) => caught.reduce((sum, row) => sum + (isMissing(field, row) ? 1 : 0), 0);
		const counts = fields.map(lacking);
		const best = fields[counts.indexOf(Math.max(...counts))]!;
		found.push({ field: best, allowed: allBins(best).with(best.bins, 0) });
		caught = caught.filter((row) => !isMissing(best, row));
	}
	return found;
}

function isMissing({ codes, bins }: BinnedField, row: number): boolean {
	return codes[row] === bins;
}
