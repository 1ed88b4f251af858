import type { NumberUnit } from '../model/numberRecord.ts';
import type { TableRole } from '../model/tableRole.ts';

/** How a metric is counted from per-customer measures (engine/metrics/measureList.ts) and estimated (docs/metrics.md). */
export type MetricShape =
	/** Customers of the segment. */
	| { readonly kind: 'count' }
	/** Customers of the segment as a share of the base: Wilson. */
	| { readonly kind: 'penetration' }
	/** Sum over the customers of the segment: t interval of the total, by customer. */
	| { readonly kind: 'total'; readonly measure: string }
	/** The segment's part of the sum over the base: delta method by customer. */
	| { readonly kind: 'share-of-total'; readonly measure: string }
	/** Mean per customer of the segment: t, Welch, Fieller. */
	| { readonly kind: 'per-member'; readonly measure: string }
	/** Share of the customers of the segment with a flag: Wilson, Newcombe, Miettinen-Nurminen. */
	| { readonly kind: 'member-share'; readonly measure: string }
	/**
	 * Sum over sum. A proportion (Wilson, Newcombe, Miettinen-Nurminen) where no customer has more than one unit of the
	 * denominator, else a ratio by customer (delta method, Welch, Fieller) over the customers who have any.
	 */
	| { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
	/** Sums that depend on the segmentation itself, counted with it (engine/analysis/countedSums.ts): a proportion or a ratio by customer. */
	| { readonly kind: 'counted'; readonly count: CountedMeasure }
	/** Relative lift of the share of customers with the flag, treatment against control: Miettinen-Nurminen, Newcombe. */
	| { readonly kind: 'arm-rate'; readonly measure: string }
	/** Difference of the means per customer, treatment less control: Welch, lift by Fieller. */
	| { readonly kind: 'arm-mean'; readonly measure: string };

/**
 * - `completeness`: fields that rules read and that hold a value, of all that rules read
 * - `tag-accuracy`: customers whose tag is the name of their segment, of those with a tag
 */
export type CountedMeasure = 'completeness' | 'tag-accuracy';

/** Letter of the interval family in the list of metrics that the product is built from. */
export type IntervalFamily = 'none' | 'wilson' | 'welch' | 'ratio-of-sums' | 'bootstrap';

export interface Benchmark {
	readonly id: string;
	readonly label: string;
	/** In the metric's unit; null where the source gives text only. */
	readonly low: number | null;
	readonly high: number | null;
	readonly source: string;
}

/** A role field that must be mapped; field null means that the table alone is enough. */
export interface MetricNeed {
	readonly role: TableRole;
	readonly field: string | null;
}

/** Every fact about a metric. Screens, reports, the documentation and the scorecard read it from here. */
export interface MetricFacts {
	/** Stable id, M01 to M81. */
	readonly id: string;
	readonly name: string;
	readonly label: string;
	readonly definition: string;
	readonly formula: string;
	readonly unit: NumberUnit;
	/** Which way is better. */
	readonly direction: 'higher' | 'lower' | 'neutral';
	/** Numbers of the source documents that ask for it. */
	readonly sources: readonly string[];
	/** Whether the formula is the field's usual one because the sources name the metric without one. */
	readonly isStandardFormula: boolean;
	readonly intervals: IntervalFamily;
	readonly shape: MetricShape;
	readonly needs: readonly MetricNeed[];
	/** Why there is no value when the data lack what it needs, and what would enable it. */
	readonly missing: string;
	/** How rows without a value, customers without a row and empty segments are treated. */
	readonly treatment: string;
	/** Something to keep in mind with every value, null for most. */
	readonly caution: { readonly code: string; readonly message: string } | null;
	readonly benchmarks: readonly Benchmark[];
}
