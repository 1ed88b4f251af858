import type { Segmentation } from '#shared/model/segmentation.ts';
import type { MatchQuery, SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import type { Bitmap } from '../columns/Column.ts';
import type { Frame } from '../frame/Frame.ts';
import type { Job } from '../job.ts';
import { matchingRows } from '../rules/overlap/matchingRows.ts';
import { countSignatures } from '../rules/overlap/countSignatures.ts';
import { overlapCounts } from '../rules/overlap/OverlapCounts.ts';
import { overlapReport } from '../rules/overlap/overlapReport.ts';
import { frameProofFields } from '../rules/proof/frameProofFields.ts';
import { proofData } from '../rules/proof/ProofData.ts';
import { ProofThread } from '../rules/proof/thread/ProofThread.ts';
import type { SegmentEvaluator } from '../rules/SegmentEvaluator.ts';
import { membershipOf } from './membershipOf.ts';

/** Longer than any proof of a few dozen rules takes. */
const PROOF_LIMIT_MS = 20_000;

/** Customers and the rules over them. */
export interface RulesAtHand {
	readonly frame: Frame;
	readonly evaluator: SegmentEvaluator;
}

/** Which rules of a draft overlap, in the data and by proof. Whoever makes it closes it. */
export class OverlapDesk {
	private readonly thread = new ProofThread();

	async overlap(rules: RulesAtHand, segmentation: Segmentation, job: Job): Promise<SegmentOverlap> {
		const { signatures, assignment } = await count(rules, segmentation, job);
		const ids = segmentation.segments.map(({ id }) => id);
		const missingData = assignment.segments.at(-1)?.missingData ?? 0;
		return overlapReport(ids, signatures, await overlapCounts(signatures, job), missingData);
	}

	async prove(rules: RulesAtHand, segmentation: Segmentation, job: Job): Promise<SegmentationProof> {
		const { frame, evaluator } = rules;
		const { signatures } = await count(rules, segmentation, job);
		const fields = frameProofFields(frame);
		const typed = evaluator.typedRules(segmentation);
		const order = {
			rules: segmentation.segments.map(({ id }, index) => ({ id, typed: typed.segments[index] ?? null })),
			exclusions: typed.exclusions.flatMap((rule) => rule ?? []),
			data: proofData(await overlapCounts(signatures, job), typed.segments, fields, frame),
		};
		return this.thread.prove({ order, fields, asOfDay: frame.asOfDay, limitMs: PROOF_LIMIT_MS }, job);
	}

	/** Throws `not-found` for a segment that is not in the list. */
	matching({ frame, evaluator }: RulesAtHand, segmentation: Segmentation, query: MatchQuery, page: Page): Rows {
		const assignment = evaluator.evaluate({ ...segmentation, mode: 'waterfall' });
		const bitmapOf = (id: string): Bitmap => {
			const bits = assignment.matches[segmentation.segments.findIndex((segment) => segment.id === id)];
			if (!bits) {
				throw new EngineError('not-found', `There is no segment "${id}" in this list.`);
			}
			return bits;
		};
		const isInBase = (row: number) => assignment.codes[row]! < assignment.segments.length;
		const members = query.takenBy === null ? null : membershipOf(assignment, query.takenBy);
		const wanted = {
			all: query.matching.map(bitmapOf),
			none: query.notMatching.map(bitmapOf),
			isWanted: members ? (row: number) => members.isMember(row) : isInBase,
			length: frame.length,
		};
		return matchingRows(wanted, page);
	}

	async close(): Promise<void> {
		await this.thread.close();
	}
}

interface Page {
	readonly from: number;
	readonly count: number;
}

interface Rows {
	readonly rows: readonly number[];
	readonly total: number;
}

/** Overlaps are counted as the rules are written, in either mode. */
async function count({ frame, evaluator }: RulesAtHand, segmentation: Segmentation, job: Job) {
	// Lets a cancel in that came right behind the request, as when somebody types.
	await job.tick(0, null, 'Evaluating');
	const assignment = evaluator.evaluate({ ...segmentation, mode: 'waterfall' });
	const excluded = assignment.exclusions.map(({ taken }) => taken);
	return { assignment, signatures: await countSignatures(frame, assignment.matches, excluded, job) };
}
