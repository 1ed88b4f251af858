import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import type { BuilderProposal } from '#shared/model/builderProposal.ts';
import { emptySegmentation, type Segmentation } from '#shared/model/segmentation.ts';
import type { BuilderInput } from '../../../engine/builders/BuilderInput.ts';
import { buildFrame, type FrameInput } from '../../../engine/frame/buildFrame.ts';
import { frameProofFields } from '../../../engine/rules/proof/frameProofFields.ts';
import { ProofMemory } from '../../../engine/rules/proof/ProofMemory.ts';
import { proveSegmentation } from '../../../engine/rules/proof/proveSegmentation.ts';
import { SegmentEvaluator } from '../../../engine/rules/SegmentEvaluator.ts';
import { orderTable, type OrderRow } from '../frame/eventRows.ts';

const cdnow = new URL('../../../../shared/data/cdnow/cdnow_transactions.csv', import.meta.url);
export const hasCdnow = existsSync(cdnow);

export interface BuilderRows {
	readonly customers: number;
	readonly orders?: readonly OrderRow[];
	readonly attributes?: FrameInput['attributes'];
	readonly asOfDay: number;
	readonly current?: Segmentation;
}

export type RealInput = BuilderInput & { readonly evaluator: SegmentEvaluator };

/** What a builder gets in the app, from rows; orders are dated and say their revenue. */
export function builderInput(rows: BuilderRows): RealInput {
	const frame = buildFrame({
		customers: rows.customers,
		customerId: (row) => `C${row + 1}`,
		attributes: rows.attributes ?? [],
		signupDate: null,
		orders: rows.orders ? orderTable(rows.orders, rows.customers, ['date', 'revenue']) : null,
		recipients: null,
		arms: null,
		asOfDay: rows.asOfDay,
	});
	return { frame, evaluator: new SegmentEvaluator(frame), current: rows.current ?? emptySegmentation };
}

/** The CDNOW transactions as of 1998-07-01. */
export function cdnowInput(): RealInput {
	const lines = readFileSync(cdnow, 'utf8').trim().split(/\r?\n/).slice(1);
	const rows = lines.map((line) => line.split(','));
	const places = new Map<string, number>();
	const orders = rows.map(([customer = '', , date = '', , amount]): OrderRow => {
		places.set(customer, places.get(customer) ?? places.size);
		return {
			customer: places.get(customer)!,
			order: null,
			day: dayOf(date),
			revenue: Math.round(Number(amount) * 100),
			cost: null,
		};
	});
	return builderInput({ customers: places.size, orders, asOfDay: dayOf('1998-07-01') });
}

export function dayOf(date: string): number {
	return Date.parse(date) / 86_400_000;
}

/** Orders of few customers with many equal values, so that cuts coincide; some customers have none, some orders no revenue. */
export const arbitraryOrders: fc.Arbitrary<BuilderRows> = fc.integer({ min: 1, max: 40 }).chain((customers) =>
	fc
		.array(
			fc.record({
				customer: fc.integer({ min: 0, max: customers - 1 }),
				order: fc.constant(null),
				day: fc.integer({ min: 19_000, max: 19_040 }),
				revenue: fc.option(fc.integer({ min: -200, max: 2000 }), { nil: null }),
				cost: fc.constant(null),
			}),
			{ minLength: 1, maxLength: 120 },
		)
		.map((orders) => ({ customers, orders, asOfDay: 19_041 })),
);

/** The draft that a proposal becomes. */
export function segmentationOf(proposal: BuilderProposal): Segmentation {
	return {
		...emptySegmentation,
		segments: proposal.segments.map(({ name, rule }, index) => ({ id: `s${index}`, name, rule })),
		customFields: proposal.customFields,
	};
}

/** Pairs of rules that are not proved disjoint, whatever the data, as `s0, s1: overlap`; a builder leaves none. */
export function unprovedPairs(proposal: BuilderProposal, { frame, evaluator }: RealInput): string[] {
	const draft = segmentationOf(proposal);
	const typed = evaluator.typedRules(draft).segments;
	const rules = draft.segments.map(({ id }, index) => ({ id, typed: typed[index] ?? null }));
	const memory = new ProofMemory(frameProofFields(frame), frame.asOfDay);
	return proveSegmentation({ rules, exclusions: [], data: null }, memory)
		.pairs.filter(({ verdict }) => verdict !== 'disjoint')
		.map(({ first, second, verdict, reason }) => `${first}, ${second}: ${verdict} ${reason ?? ''}`);
}

/** People and revenue of the segments and the remainder less those of the base: both 0, since every customer is in one of them. */
export function leftOver({ segments, remainder, customers, revenue }: BuilderProposal): {
	people: number;
	cents: number;
} {
	const parts = [...segments, remainder];
	return {
		people: parts.reduce((sum, { people }) => sum + people, 0) - customers,
		cents: Math.round((parts.reduce((sum, part) => sum + (part.revenue ?? 0), 0) - (revenue ?? 0)) * 100) + 0,
	};
}
