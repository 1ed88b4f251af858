import type { CountedMeasure } from '#shared/metrics/MetricFacts.ts';
import type { SufficientStatistics } from '../stats/SufficientStatistics.ts';
import { ARM_CODES, CONTROL, TREATMENT } from '../frame/CustomerFrame.ts';
import type { Aggregate } from '../metrics/kernel/GroupSums.ts';
import { statisticsAt, statisticsOfColumn, withoutZeros } from '../metrics/kernel/statisticsAt.ts';
import type { Slot } from '../metrics/kernel/statisticsAt.ts';
import type { CountedSums } from './countedSums.ts';
import type { MetricSource } from './MetricPlan.ts';

/** Which customers of a segment: all, one arm, or everybody outside it. */
export type Part = 'all' | 'treatment' | 'control' | 'rest';

/** Sums of one segment by part, one run of sums each; those of the base have an empty rest. */
type Parts = Readonly<Record<Part, Float64Array>>;

/** The sums of every segment, of its arms and of everybody else, from one aggregate by segment and arm. */
export class SegmentSums {
	readonly #aggregate: Aggregate;
	readonly #segments: readonly Parts[];
	readonly #base: Parts;
	readonly #excluded: Float64Array;
	readonly #counted: ReadonlyMap<CountedMeasure, CountedSums>;
	readonly #count: number;

	/** Groups of the aggregate and of the counted sums are segment x ARM_CODES + arm; behind the segments may come the excluded. */
	constructor(aggregate: Aggregate, segments: number, counted: ReadonlyMap<CountedMeasure, CountedSums> = new Map()) {
		this.#aggregate = aggregate;
		this.#counted = counted;
		this.#count = segments;
		const { sums, stride } = aggregate;
		const empty = new Float64Array(stride);
		const group = (segment: number, arm: number) => {
			const from = (segment * ARM_CODES + arm) * stride;
			return sums.subarray(from, from + stride);
		};
		const indexes = Array.from({ length: segments }, (_, segment) => segment);
		const everyArm = (segment: number) => {
			let total = empty;
			for (let arm = 0; arm < ARM_CODES; arm++) {
				total = plus(total, group(segment, arm));
			}
			return total;
		};
		const all = indexes.map(everyArm);
		this.#excluded = aggregate.groupCount > segments * ARM_CODES ? everyArm(segments) : empty;
		const before = runningSums(all, empty);
		const after = runningSums(all.toReversed(), empty).toReversed();
		this.#segments = indexes.map((segment) => ({
			all: all[segment]!,
			treatment: group(segment, TREATMENT),
			control: group(segment, CONTROL),
			rest: plus(before[segment]!, after[segment + 1]!),
		}));
		const total = (part: Part) => this.#segments.reduce((sum, parts) => plus(sum, parts[part]), empty);
		this.#base = { all: total('all'), treatment: total('treatment'), control: total('control'), rest: empty };
	}

	/** Customers in a part of a segment, or of the whole base where `segment` is null. */
	customers(segment: number | null, part: Part): number {
		return this.#run(segment, part)[0]!;
	}

	/** A column over the excluded, in major units. */
	excludedTotal(slot: Slot): number {
		return statisticsOfColumn(this.#aggregate.matrix, this.#excluded, slot).sumX;
	}

	/** Customers of a segment with one arm code. */
	customersByArm(segment: number, arm: number): number {
		return this.#aggregate.sums[(segment * ARM_CODES + arm) * this.#aggregate.stride]!;
	}

	/** In major units. Over customers y is 1; a ratio counts only the customers who have an x or a y. */
	statistics(source: MetricSource, segment: number | null, part: Part): SufficientStatistics {
		const { matrix } = this.#aggregate;
		const run = this.#run(segment, part);
		switch (source.kind) {
			case 'customers': {
				const n = run[0]!;
				return { n, sumX: n, sumY: n, centerX: 1, centerY: 1, sumXX: 0, sumYY: 0, sumXY: 0 };
			}
			case 'counted':
				return this.#countedSums(source.count).statistics(this.#groups(segment, part));
			case 'column':
				return statisticsOfColumn(matrix, run, source.slot);
			case 'flags':
				return statisticsAt(matrix, run, source.pair);
			case 'ratio': {
				const units = statisticsOfColumn(matrix, run, source.units).sumX;
				return withoutZeros(statisticsAt(matrix, run, source.pair), units);
			}
		}
	}

	/** Whether a source is a proportion of customers; for those that are counted with the segmentation only this tells. */
	isProportion(source: MetricSource): boolean {
		return source.kind === 'flags' || (source.kind === 'counted' && this.#countedSums(source.count).isProportion);
	}

	#countedSums(count: CountedMeasure): CountedSums {
		const sums = this.#counted.get(count);
		if (!sums) {
			throw new Error(`Nothing was counted for ${count}`);
		}
		return sums;
	}

	#groups(segment: number | null, part: Part): number[] {
		const all = Array.from({ length: this.#count }, (_, index) => index);
		const isRest = part === 'rest';
		const wanted =
			segment === null ? (isRest ? [] : all) : isRest ? all.filter((index) => index !== segment) : [segment];
		const arms =
			part === 'treatment'
				? [TREATMENT]
				: part === 'control'
					? [CONTROL]
					: Array.from({ length: ARM_CODES }, (_, arm) => arm);
		return wanted.flatMap((index) => arms.map((arm) => index * ARM_CODES + arm));
	}

	#run(segment: number | null, part: Part): Float64Array {
		return (segment === null ? this.#base : this.#segments[segment]!)[part];
	}
}

function plus(left: Float64Array, right: Float64Array): Float64Array<ArrayBuffer> {
	return Float64Array.from(left, (value, at) => value + right[at]!);
}

/** Entry i is the sum of the first i runs. */
function runningSums(runs: readonly Float64Array[], empty: Float64Array): Float64Array[] {
	const sums = [empty];
	for (const run of runs) {
		sums.push(plus(sums.at(-1)!, run));
	}
	return sums;
}
