import type { CountedMeasure } from '#shared/metrics/MetricFacts.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { RuleChecks } from '#shared/rules/RuleChecks.ts';
import { hasBit } from '../columns/bitmap.ts';
import { cellOf } from '../columns/cellOf.ts';
import type { Column } from '../columns/Column.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import type { SufficientStatistics } from '../stats/SufficientStatistics.ts';

/** n, sum of x, of y, of x squared, of y squared and of x times y. */
const STRIDE = 6;

/** Sums by group of what follows from the segmentation itself; centres are 0, since the numbers are small and whole. */
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
	#filled: { readonly key: string; readonly fields: number; readonly counts: Uint16Array } | null = null;
	#tags: { readonly codes: Int32Array; readonly isTagged: Uint8Array; readonly labels: readonly string[] } | null =
		null;

	constructor(frame: CustomerFrame, checks: RuleChecks) {
		this.#frame = frame;
		this.#checks = checks;
	}

	/** `groups` and `segments` of each customer, the names of the segments in the order of their codes. */
	sums(
		segmentation: Segmentation,
		groups: Uint16Array,
		segments: Uint8Array | Uint16Array,
		names: readonly string[],
		groupCount: number,
	): ReadonlyMap<CountedMeasure, CountedSums> {
		const found = new Map<CountedMeasure, CountedSums>();
		const { counts, fields } = this.#completeness(segmentation);
		if (fields > 0) {
			found.set('completeness', sumsOf(groups, groupCount, fields === 1, counts, fields));
		}
		const tags = this.#tagCodes();
		if (tags !== null) {
			const wanted = names.map((name) => tags.labels.indexOf(plain(name)));
			const right = new Uint8Array(groups.length);
			for (let row = 0; row < right.length; row++) {
				const tag = tags.codes[row]!;
				right[row] = tag >= 0 && tag === wanted[segments[row]!] ? 1 : 0;
			}
			found.set('tag-accuracy', sumsOf(groups, groupCount, true, right, tags.isTagged));
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
			this.#filled = { key, fields: columns.length, counts: filledCounts(columns, this.#frame.length) };
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
			this.#tags = {
				codes,
				isTagged: Uint8Array.from(codes, (code) => (code < 0 ? 0 : 1)),
				labels: [...codeOf.keys()],
			};
		}
		return this.#tags;
	}
}

function filledCounts(columns: readonly Column[], rows: number): Uint16Array {
	const counts = new Uint16Array(rows).fill(columns.length);
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

/** `y` is the same number for every customer, or 0 and 1: customers with 0 do not count. */
function sumsOf(
	groups: Uint16Array,
	groupCount: number,
	isProportion: boolean,
	x: Uint8Array | Uint16Array,
	y: number | Uint8Array,
): CountedSums {
	const sums = new Float64Array(groupCount * STRIDE);
	const constant = typeof y === 'number' ? y : 1;
	const counts = typeof y === 'number' ? null : y;
	for (let row = 0; row < groups.length; row++) {
		if (counts === null || counts[row] === 1) {
			const value = x[row]!;
			const at = groups[row]! * STRIDE;
			sums[at]! += 1;
			sums[at + 1]! += value;
			sums[at + 2]! += constant;
			sums[at + 3]! += value * value;
			sums[at + 4]! += constant * constant;
			sums[at + 5]! += value * constant;
		}
	}
	return {
		isProportion,
		statistics: (wanted) => {
			const total = (place: number) => wanted.reduce((sum, group) => sum + sums[group * STRIDE + place]!, 0);
			return {
				n: total(0),
				sumX: total(1),
				sumY: total(2),
				centerX: 0,
				centerY: 0,
				sumXX: total(3),
				sumYY: total(4),
				sumXY: total(5),
			};
		},
	};
}
