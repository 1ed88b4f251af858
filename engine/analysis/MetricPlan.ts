import type { CountedMeasure, MetricFacts } from '#shared/metrics/MetricFacts.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import type { MeasureColumn, MeasureMatrix } from '../metrics/kernel/MeasureMatrix.ts';
import { buildMeasureMatrix } from '../metrics/kernel/MeasureMatrix.ts';
import type { Slot, SlotPair } from '../metrics/kernel/statisticsAt.ts';
import { findMeasure } from '../metrics/measureList.ts';
import { armSplit } from './armSplit.ts';
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
	| { readonly kind: 'flags'; readonly pair: SlotPair }
	/** `units` counts the customers with an x or a y. */
	| { readonly kind: 'ratio'; readonly pair: SlotPair; readonly units: Slot };

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

/**
 * Decides from the data how each metric is counted, and lays out the measures that all of them need together, split by the arms of the
 * campaign.
 */
export function planMetrics(frame: CustomerFrame, metrics: readonly MetricFacts[]): MetricPlan {
	const columns = new MatrixColumns();
	const slotOf = (id: string): Slot => columns.slot(id, () => findMeasure(id).column(frame));
	const sourceOf = ({ shape }: MetricFacts): MetricSource => {
		if (shape.kind === 'counted') {
			return { kind: 'counted', count: shape.count };
		}
		if (shape.kind === 'ratio') {
			const [x, y] = [slotOf(shape.numerator), slotOf(shape.denominator)];
			const [numerator, denominator] = [columns.columns[x]!, columns.columns[y]!];
			const pair = columns.pair(x, y);
			return areFlags(numerator, denominator)
				? { kind: 'flags', pair }
				: { kind: 'ratio', pair, units: columns.slot(`units ${x} ${y}`, () => unitsOf(numerator, denominator)) };
		}
		return 'measure' in shape ? { kind: 'column', slot: slotOf(shape.measure) } : { kind: 'customers' };
	};
	const planned = metrics.map((facts) => {
		const reason = missingReason(frame, facts);
		return { facts, reason, source: reason === null ? sourceOf(facts) : null };
	});
	return {
		metrics: planned,
		matrix: buildMeasureMatrix(frame.length, columns.columns, columns.pairs, armSplit(frame)),
	};
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
