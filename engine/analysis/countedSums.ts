import type { CountedMeasure } from '#shared/metrics/MetricFacts.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { RuleChecks } from '#shared/rules/RuleChecks.ts';
import { hasBit } from '../columns/bitmap.ts';
import { cellOf } from '../columns/cellOf.ts';
import type { Column } from '../columns/Column.ts';
import { ARM_CODES } from '../frame/CustomerFrame.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import { GroupSums, type Aggregate } from '../metrics/kernel/GroupSums.ts';
import type { KernelPool } from '../metrics/kernel/KernelPool.ts';
import { buildMeasureMatrix } from '../metrics/kernel/MeasureMatrix.ts';
import { statisticsOfColumn } from '../metrics/kernel/statisticsAt.ts';
import type { SufficientStatistics } from '../stats/SufficientStatistics.ts';
import { armSplit } from './armSplit.ts';

/** Sums by group (segment x ARM_CODES + arm) of what follows from the segmentation itself. */
export interface CountedSums {
	/** Whether x and y are 0 or 1, so that the figure is a proportion. */
	readonly isProportion: boolean;
	/** Over several groups together. */
	statistics(groups: readonly number[]): SufficientStatistics;
}

/** Reads per-customer numbers of a segmentation over one frame; what stays the same while a rule is edited is kept. */
export class CountedMeasures {
	readonly #frame: CustomerFrame;
	readonly #checks: RuleChecks;
	readonly #pool: KernelPool | null;
	#filled: { readonly key: string; readonly fields: number; readonly counts: GroupSums } | null = null;
	#tags: { readonly codes: Int32Array; readonly labels: readonly string[] } | null = null;

	constructor(frame: CustomerFrame, checks: RuleChecks, pool: KernelPool | null) {
		this.#frame = frame;
		this.#checks = checks;
		this.#pool = pool;
	}

	/** `codes` of the segments per customer, below `codeCount`; the names of the segments in the order of their codes. */
	sums(
		segmentation: Segmentation,
		codes: Uint8Array,
		codeCount: number,
		names: readonly string[],
	): ReadonlyMap<CountedMeasure, CountedSums> {
		const found = new Map<CountedMeasure, CountedSums>();
		const { counts, fields } = this.#completeness(segmentation);
		if (fields > 0) {
			found.set('completeness', completenessOf(counts.sum(codes, codeCount), fields));
		}
		const tags = this.#tagCodes();
		if (tags !== null) {
			const wanted = names.map((name) => tags.labels.indexOf(plain(name)));
			found.set('tag-accuracy', tagAccuracyOf(tags.codes, wanted, codes, this.#frame.arms, codeCount));
		}
		return found;
	}

	#completeness(segmentation: Segmentation) {
		const { fieldsRead } = this.#checks.within(segmentation);
		const attributes = this.#frame.fields.filter(({ origin }) => origin === 'attribute').map(({ name }) => name);
		const read = new Set(segmentation.segments.flatMap(({ rule }) => [...fieldsRead(rule)]));
		const inRules = attributes.filter((name) => read.has(name));
		const wanted = inRules.length > 0 ? inRules : attributes;
		const key = JSON.stringify(wanted);
		if (this.#filled?.key !== key) {
			const columns = wanted.flatMap((name) => this.#frame.columns.get(name) ?? []);
			const filled = { values: filledCounts(columns, this.#frame.length), scale: 0 };
			const matrix = buildMeasureMatrix(this.#frame.length, [filled], [], armSplit(this.#frame));
			this.#filled = { key, fields: columns.length, counts: new GroupSums(matrix, this.#pool) };
		}
		return this.#filled;
	}

	/** A code per customer and the tag of each code as it is compared; -1 without a tag. */
	#tagCodes() {
		const { tag } = this.#frame;
		if (!tag) {
			return null;
		}
		if (this.#tags === null) {
			const codeOf = new Map<string, number>();
			const codes = new Int32Array(tag.length).fill(-1);
			for (let row = 0; row < tag.length; row++) {
				const text = tag.nulls !== null && hasBit(tag.nulls, row) ? '' : plain(String(cellOf(tag, row)));
				if (text !== '') {
					const code = codeOf.get(text) ?? codeOf.size;
					codeOf.set(text, code);
					codes[row] = code;
				}
			}
			this.#tags = { codes, labels: [...codeOf.keys()] };
		}
		return this.#tags;
	}
}

function filledCounts(columns: readonly Column[], rows: number): Float64Array {
	const counts = new Float64Array(rows).fill(columns.length);
	for (const { nulls } of columns) {
		if (nulls !== null) {
			for (let row = 0; row < rows; row++) {
				if (hasBit(nulls, row)) {
					counts[row]!--;
				}
			}
		}
	}
	return counts;
}

function plain(text: string): string {
	return text.trim().toLowerCase();
}

/** x is how many of the fields a customer has, y how many there are. */
function completenessOf({ matrix, sums, stride }: Aggregate, fields: number): CountedSums {
	return {
		isProportion: fields === 1,
		statistics: (groups) => {
			const run = new Float64Array(stride);
			for (const group of groups) {
				for (let slot = 0; slot < stride; slot++) {
					run[slot]! += sums[group * stride + slot]!;
				}
			}
			const filled = statisticsOfColumn(matrix, run, 0);
			return { ...filled, sumY: filled.n * fields, centerY: fields };
		},
	};
}

/** x is 1 for customers whose tag names their segment, y 1 for all who have a tag; the others do not count. */
function tagAccuracyOf(
	tags: Int32Array,
	wanted: readonly number[],
	codes: Uint8Array,
	arms: Uint8Array | null,
	codeCount: number,
): CountedSums {
	const tagged = new Float64Array(codeCount * ARM_CODES);
	const right = new Float64Array(codeCount * ARM_CODES);
	for (let row = 0; row < tags.length; row++) {
		const tag = tags[row]!;
		if (tag >= 0) {
			const group = codes[row]! * ARM_CODES + (arms === null ? 0 : arms[row]!);
			tagged[group]! += 1;
			right[group]! += tag === wanted[codes[row]!] ? 1 : 0;
		}
	}
	return {
		isProportion: true,
		statistics: (groups) => {
			const n = groups.reduce((sum, group) => sum + tagged[group]!, 0);
			const x = groups.reduce((sum, group) => sum + right[group]!, 0);
			return { n, sumX: x, sumY: n, centerX: 0, centerY: 0, sumXX: x, sumYY: n, sumXY: x };
		},
	};
}
