import type { CountedMeasure, MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import type { MeasureColumn, MeasureMatrix } from '../metrics/kernel/MeasureMatrix.ts';
import { buildMeasureMatrix } from '../metrics/kernel/MeasureMatrix.ts';
import type { Slot } from '../metrics/kernel/statisticsAt.ts';
import { findMeasure } from '../metrics/measureList.ts';
import { MatrixColumns } from './MatrixColumns.ts';
import { missingReason } from './missingReason.ts';

/** Where the sums of a metric lie in the matrix. */
export type MetricSource =
	/** The number of customers is all it needs. */
	| { readonly kind: 'customers' }
	| { readonly kind: 'column'; readonly slot: Slot }
	/** Counted with the segmentation: see countedSums.ts. */
	| { readonly kind: 'counted'; readonly count: CountedMeasure }
	/** 0 and 1 in both columns, never x without y: a proportion of the customers with y = 1. */
	| { readonly kind: 'flags'; readonly pair: number }
	/** `units` counts the customers with an x or a y. */
	| { readonly kind: 'ratio'; readonly pair: number; readonly units: Slot };

export interface PlannedMetric {
	readonly facts: MetricFacts;
	/** Null where the data lack what the metric needs; then `reason` says what. */
	readonly source: MetricSource | null;
	readonly reason: string | null;
}

export interface MetricPlan {
	readonly metrics: readonly PlannedMetric[];
	readonly matrix: MeasureMatrix;
}

/** Decides from the data how each metric is counted, and lays out the measures that all of them need together. */
export function planMetrics(frame: CustomerFrame, metrics: readonly MetricFacts[]): MetricPlan {
	const columns = new MatrixColumns();
	const read = new Map<string, MeasureColumn>();
	const measure = (id: string): MeasureColumn => {
		const column = read.get(id) ?? findMeasure(id).column(frame);
		read.set(id, column);
		return column;
	};
	const reasons = metrics.map((facts) => missingReason(frame, facts));
	const usable = metrics.filter((_, index) => reasons[index] === null);
	for (const { shape } of usable) {
		if (shape.kind === 'ratio') {
			const x = measure(shape.numerator);
			const y = measure(shape.denominator);
			columns.addPair(shape.numerator, x, shape.denominator, y);
			if (!areFlags(x, y)) {
				columns.addSingle(unitsName(shape.numerator, shape.denominator), unitsOf(x, y));
			}
		} else if ('measure' in shape) {
			columns.addSingle(shape.measure, measure(shape.measure));
		}
	}
	const placed = columns.place();
	const sourceOf = ({ shape }: MetricFacts): MetricSource => {
		if (shape.kind === 'counted') {
			return { kind: 'counted', count: shape.count };
		}
		if (shape.kind === 'ratio') {
			const pair = placed.pair(shape.numerator, shape.denominator);
			return areFlags(measure(shape.numerator), measure(shape.denominator))
				? { kind: 'flags', pair }
				: { kind: 'ratio', pair, units: placed.slot(unitsName(shape.numerator, shape.denominator)) };
		}
		return 'measure' in shape ? { kind: 'column', slot: placed.slot(shape.measure) } : { kind: 'customers' };
	};
	return {
		metrics: metrics.map((facts, index) => {
			const reason = reasons[index] ?? null;
			return { facts, reason, source: reason === null ? sourceOf(facts) : null };
		}),
		matrix: buildMeasureMatrix(frame.length, placed.pairs),
	};
}

function unitsName(numerator: string, denominator: string): string {
	return `units of ${numerator} / ${denominator}`;
}

function unitsOf(x: MeasureColumn, y: MeasureColumn): MeasureColumn {
	return { values: x.values.map((value, row) => (value !== 0 || y.values[row] !== 0 ? 1 : 0)), scale: 0 };
}

function areFlags(x: MeasureColumn, y: MeasureColumn): boolean {
	return (
		x.scale === 0 &&
		y.scale === 0 &&
		x.values.every(
			(value, row) => (value === 0 || value === 1) && (y.values[row] === 1 || (y.values[row] === 0 && value === 0)),
		)
	);
}
