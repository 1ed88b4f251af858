import type { Job } from '../../job.ts';
import { childrenOfBins } from './growTree.ts';
import { leavesOf } from './TreeNode.ts';
import type { TreeNode } from './TreeNode.ts';

const ROWS_PER_TICK = 200_000;

/** One step of a compiled tree: the child at `next[code of the row]`; a negative one is leaf -1 - child. */
interface Step {
	readonly codes: Uint8Array;
	readonly next: Int32Array;
}

/** The leaf of every row, counted from left to right. */
export async function assignLeaves(root: TreeNode, rows: number, job: Job): Promise<Uint16Array> {
	const steps: Step[] = [];
	const leaves = new Map(leavesOf(root).map((leaf, index) => [leaf, index]));
	const compile = (node: TreeNode): number => {
		const leaf = leaves.get(node);
		if (leaf !== undefined || node.split === null) {
			return -1 - (leaf ?? 0);
		}
		const { field, parts } = node.split;
		const next = new Int32Array(field.bins + 1);
		const place = steps.push({ codes: field.codes, next }) - 1;
		const targets = node.children.map(compile);
		for (const [bin, child] of childrenOfBins(parts).entries()) {
			next[bin] = targets[child]!;
		}
		return place;
	};
	const start = compile(root);
	const leafOfRow = new Uint16Array(rows);
	for (let row = 0; row < rows; row++) {
		if (row % ROWS_PER_TICK === 0) {
			await job.tick(row, rows, 'Counting the leaves');
		}
		let place = start;
		while (place >= 0) {
			const { codes, next } = steps[place]!;
			place = next[codes[row]!]!;
		}
		leafOfRow[row] = -1 - place;
	}
	return leafOfRow;
}
