import type { Job } from '../../job.ts';
import type { BinnedField } from './BinnedField.ts';
import { chaidCategories, findChaidSplit } from './findChaidSplit.ts';
import type { ChaidSettings } from './findChaidSplit.ts';
import { findCartSplit } from './findCartSplit.ts';
import { countBins, impurity, subtractBins, totalsOf } from './Histogram.ts';
import type { Histogram } from './Histogram.ts';
import type { LearningTarget } from './LearningTarget.ts';
import type { Split } from './Split.ts';
import type { TreeNode } from './TreeNode.ts';

export interface GrowSettings {
	readonly maxDepth: number;
	readonly minimumRows: number;
	/** Null grows by CART. */
	readonly chaid: Pick<ChaidSettings, 'test' | 'alphaMerge' | 'alphaSplit'> | null;
}

/** Nodes below this are counted without a pause. */
const ROWS_PER_TICK = 50_000;

/**
 * Grows a tree from the rows of `order`, which is reordered. Every field is counted once per node by bins, so that a node costs its
 * rows × fields and the search for a split only bins; of two children the larger one is the difference of its parent and the smaller.
 */
export async function growTree(
	fields: readonly BinnedField[],
	target: LearningTarget,
	order: Int32Array,
	settings: GrowSettings,
	job: Job,
): Promise<TreeNode> {
	const grower = new Grower(fields, target, order, settings, job);
	return grower.start();
}

class Grower {
	readonly #fields: readonly BinnedField[];
	readonly #target: LearningTarget;
	readonly #order: Int32Array;
	readonly #settings: GrowSettings;
	readonly #job: Job;
	readonly #spare: Int32Array;
	#categories: readonly (readonly number[])[] = [];
	#placed = 0;

	constructor(
		fields: readonly BinnedField[],
		target: LearningTarget,
		order: Int32Array,
		settings: GrowSettings,
		job: Job,
	) {
		this.#fields = fields;
		this.#target = target;
		this.#order = order;
		this.#settings = settings;
		this.#job = job;
		this.#spare = new Int32Array(order.length);
	}

	async start(): Promise<TreeNode> {
		const root = await this.#count(0, this.#order.length);
		this.#categories = this.#fields.map((field, index) => chaidCategories(field, root[index]!));
		return this.#grow(0, this.#order.length, 0, root);
	}

	async #grow(from: number, to: number, depth: number, histograms: readonly Histogram[]): Promise<TreeNode> {
		const totals = totalsOf(histograms[0]!);
		const canSplit = depth < this.#settings.maxDepth && to - from >= 2 * this.#settings.minimumRows;
		const split = canSplit && impurity(totals) > 0 ? this.#bestSplit(histograms) : null;
		if (split === null) {
			this.#placed += to - from;
			await this.#job.tick(this.#placed, this.#order.length, 'Growing the tree');
			return { totals, split: null, children: [] };
		}
		const ends = this.#partition(from, to, split);
		const parts = await this.#countParts(from, ends, histograms);
		const children: TreeNode[] = [];
		for (const [index, end] of ends.entries()) {
			children.push(await this.#grow(ends[index - 1] ?? from, end, depth + 1, parts[index]!));
		}
		return { totals, split, children };
	}

	async #count(from: number, to: number): Promise<Histogram[]> {
		const histograms: Histogram[] = [];
		for (const field of this.#fields) {
			if (to - from >= ROWS_PER_TICK) {
				await this.#job.tick(this.#placed, this.#order.length, 'Growing the tree');
			}
			histograms.push(countBins(field, this.#target, this.#order, from, to));
		}
		return histograms;
	}

	/** All parts but the largest are counted. */
	async #countParts(from: number, ends: readonly number[], whole: readonly Histogram[]): Promise<Histogram[][]> {
		const sizes = ends.map((end, index) => end - (ends[index - 1] ?? from));
		const largest = sizes.indexOf(Math.max(...sizes));
		const parts: Histogram[][] = [];
		let rest = whole;
		for (const [index, end] of ends.entries()) {
			const counted = index === largest ? [] : await this.#count(ends[index - 1] ?? from, end);
			parts.push(counted);
			rest = index === largest ? rest : rest.map((histogram, field) => subtractBins(histogram, counted[field]!));
		}
		parts[largest] = [...rest];
		return parts;
	}

	#bestSplit(histograms: readonly Histogram[]): Split | null {
		const { minimumRows, chaid } = this.#settings;
		let best: Split | null = null;
		for (const [index, field] of this.#fields.entries()) {
			const histogram = histograms[index]!;
			const split = chaid
				? findChaidSplit(field, histogram, this.#categories[index]!, { ...chaid, minimumRows })
				: findCartSplit(field, histogram, minimumRows);
			best = split !== null && isBetter(split, best) ? split : best;
		}
		return best;
	}

	/** Sorts the rows of a node by child, keeping their order; returns where each child ends. */
	#partition(from: number, to: number, { field, parts }: Split): number[] {
		const childOfBin = childrenOfBins(parts);
		const counts = new Int32Array(parts.length);
		for (let place = from; place < to; place++) {
			counts[childOfBin[field.codes[this.#order[place]!]!]!]!++;
		}
		const ends: number[] = [];
		const next = new Int32Array(parts.length);
		for (const [child, count] of counts.entries()) {
			next[child] = ends[child - 1] ?? from;
			ends.push(next[child]! + count);
		}
		for (let place = from; place < to; place++) {
			const row = this.#order[place]!;
			this.#spare[next[childOfBin[field.codes[row]!]!]!++] = row;
		}
		this.#order.set(this.#spare.subarray(from, to), from);
		return ends;
	}
}

/** Which part each bin belongs to. */
export function childrenOfBins(parts: Split['parts']): Uint8Array {
	const children = new Uint8Array(parts[0]!.length);
	for (const [child, allowed] of parts.entries()) {
		for (const [bin, isIn] of allowed.entries()) {
			children[bin] = isIn === 1 ? child : children[bin]!;
		}
	}
	return children;
}

/** CHAID: the smaller p value; CART and equal p: the larger gain. Equal ones stay with the earlier field. */
function isBetter(split: Split, best: Split | null): boolean {
	if (best === null || (split.logP !== null && best.logP !== null && split.logP !== best.logP)) {
		return best === null || split.logP! < best.logP!;
	}
	return split.gain > best.gain * (1 + 1e-10);
}
