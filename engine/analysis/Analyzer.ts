import { metricList } from '#shared/metrics/metricList.ts';
import type { Analysis } from '#shared/model/analysis.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { ExclusionResult, Segmentation, SegmentResult } from '#shared/model/segmentation.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { isoOfDay } from '#shared/rules/calendar.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import { BOTH_ARMS } from '../frame/CustomerFrame.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import { sharedBytes } from '../frame/sharedArrays.ts';
import { GroupSums } from '../metrics/kernel/GroupSums.ts';
import type { KernelPool } from '../metrics/kernel/KernelPool.ts';
import { CountedMeasures } from './countedSums.ts';
import { definingFields } from './definingFields.ts';
import { excludedFigures } from './excludedFigures.ts';
import { effectHeterogeneity } from './effectHeterogeneity.ts';
import type { PlannedMetric } from './MetricPlan.ts';
import { planMetrics } from './MetricPlan.ts';
import { similarPairs, type SimilarPair } from './review/similarPairs.ts';
import { sampleRatios } from './sampleRatios.ts';
import { scorecard } from './scorecard.ts';
import type { ScorecardRow } from './ScorecardContext.ts';
import { SegmentSums } from './SegmentSums.ts';

/** Which segment each customer of the frame belongs to: the remainder has the last code of `segments`, the excluded the one after it. */
export interface SegmentAssignment {
	readonly codes: Uint8Array;
	/** In rule order, the remainder last. */
	readonly segments: readonly SegmentResult[];
	/** All customers but the excluded. */
	readonly customers: number;
	readonly exclusions: readonly ExclusionResult[];
	readonly problems: readonly Problem[];
}

export interface SegmentAssigner {
	/** Fills `codes`, which hold until the next call with them. */
	evaluate(segmentation: Segmentation, codes: Uint8Array): SegmentAssignment;
}

/**
 * From a segmentation to all its figures, over one frame. The matrix of measures is made once, at the first call; each call
 * then assigns, sums over the customers whose segment changed (or all) and derives every figure from the sums.
 */
export class Analyzer {
	readonly #frame: CustomerFrame;
	readonly #assigner: SegmentAssigner;
	readonly #pool: KernelPool | null;
	/** Where the sums have no room for codes: new ones for each edit would take longer than to fill them. */
	#codes: Uint8Array | null = null;
	readonly #hasRepeatedRecipients: boolean;
	readonly #checks: RuleChecks;
	readonly #counted: CountedMeasures;
	#plan: { readonly metrics: readonly PlannedMetric[]; readonly sums: GroupSums } | null = null;

	constructor(frame: CustomerFrame, assigner: SegmentAssigner, pool: KernelPool | null) {
		this.#frame = frame;
		this.#assigner = assigner;
		this.#pool = pool;
		this.#checks = new RuleChecks(frame.fields);
		this.#counted = new CountedMeasures(frame, this.#checks, pool);
		this.#hasRepeatedRecipients = frame.recipientRows?.some((rows) => rows > 1) ?? false;
	}

	/** `tick` is called between steps of a few milliseconds; what it throws ends the call. */
	analyze(segmentation: Segmentation, settings: AnalysisSettings, tick: () => void = () => {}): Analysis {
		const startMs = performance.now();
		const frame = this.#frame;
		const { assignment, metrics, sums } = this.#count(segmentation, tick);
		const { segments, customers } = assignment;
		const ratioChecks = sampleRatios(sums, segments);
		const { fieldsRead } = this.#checks.within(segmentation);
		const defining = definingFields(segmentation.segments, fieldsRead, frame.derived);
		const inBothArms = segments.map((_, index) => sums.customersByArm(index, BOTH_ARMS));
		const base: ScorecardRow = {
			index: null,
			segment: null,
			people: customers,
			inBothArms: inBothArms.reduce((sum, count) => sum + count, 0),
			ratioCheck: null,
			definedBy: [],
		};
		const rows = segments.map((segment, index) => ({
			index,
			segment,
			people: segment.people,
			inBothArms: inBothArms[index] ?? 0,
			ratioCheck: ratioChecks.find((check) => check.segment === segment.id) ?? null,
			definedBy: defining[index] ?? [],
		}));
		const numbers = scorecard({
			metrics,
			sums,
			rows: [base, ...rows],
			settings,
			hasArms: frame.arms !== null,
			hasRepeatedRecipients: this.#hasRepeatedRecipients,
			tick,
		});
		return {
			asOf: isoOfDay(frame.asOfDay),
			baseline: settings.baseline,
			customers,
			excluded: excludedFigures(assignment.exclusions, metrics, sums),
			segments: [...segments],
			numbers: [...numbers],
			ratioChecks: [...ratioChecks],
			heterogeneity: [...effectHeterogeneity(metrics, sums, segments.length)],
			problems: [...assignment.problems],
			durationMs: performance.now() - startMs,
		};
	}

	/** Pairs of segments that no figure tells apart. */
	similar(segmentation: Segmentation, settings: AnalysisSettings, tick: () => void = () => {}): readonly SimilarPair[] {
		const { assignment, metrics, sums } = this.#count(segmentation, tick);
		return similarPairs(metrics, sums, assignment.segments, settings, tick);
	}

	#count(segmentation: Segmentation, tick: () => void) {
		const { metrics, sums: measures } = (this.#plan ??= this.#newPlan());
		const own = measures.nextCodes ?? (this.#codes ??= sharedBytes(this.#frame.length));
		const assignment = this.#assigner.evaluate(segmentation, own);
		tick();
		const { segments, customers, codes } = assignment;
		const codeCount = segments.length + (customers < this.#frame.length ? 1 : 0);
		const names = segments.map(({ name }) => name);
		const sums = new SegmentSums(
			measures.sum(codes, codeCount),
			segments.length,
			this.#counted.sums(segmentation, codes, codeCount, names),
		);
		tick();
		return { assignment, metrics, sums };
	}

	#newPlan() {
		const { metrics, matrix } = planMetrics(this.#frame, metricList);
		return { metrics, sums: new GroupSums(matrix, this.#pool) };
	}
}
