import type { Segmentation } from '#shared/model/segmentation.ts';
import { segmentMigration, type SegmentMigration } from '#shared/model/segmentMigration.ts';
import { defaultSettings, type AnalysisSettings } from '#shared/model/settings.ts';
import { isoOfDay } from '#shared/rules/calendar.ts';
import { Analyzer } from '../../../../engine/analysis/Analyzer.ts';
import { buildFrame, type FrameInput } from '../../../../engine/frame/buildFrame.ts';
import type { CustomerFrame } from '../../../../engine/frame/CustomerFrame.ts';
import { silentJob } from '../../../../engine/job.ts';
import { SegmentEvaluator } from '../../../../engine/rules/SegmentEvaluator.ts';
import { MigrationDesk } from '../../../../engine/session/MigrationDesk.ts';
import { ARMS, AS_OF_DAY } from '../../frame/randomRows.ts';

export interface FollowOrder extends Partial<FrameInput> {
	readonly customers: number;
	readonly segmentation: Segmentation;
	readonly settings?: Partial<AnalysisSettings>;
	readonly from: number;
	readonly to: number;
	/** Newest day of any event; null for data without dates. */
	readonly newestDay?: number | null;
}

/** Follows rows between two days, as of AS_OF_DAY; the answer fits the schema that travels. */
export function followRows(order: FollowOrder): {
	readonly migrate: () => Promise<SegmentMigration>;
	readonly moving: (origin: string | null, destination: string | null) => Promise<readonly number[]>;
} {
	const { segmentation, settings, from, to, newestDay = AS_OF_DAY - 1, ...given } = order;
	const input = {
		customerId: String,
		attributes: [],
		signupDate: null,
		orders: null,
		recipients: null,
		arms: ARMS,
		...given,
	};
	const frameOf = (asOfDay: number) => buildFrame({ ...input, asOfDay });
	const desk = new MigrationDesk({
		frame: async (_tables, _data, { asOf }) => frameOf(Date.parse(asOf!) / 86_400_000),
		evaluation: (frame: CustomerFrame) => {
			const evaluator = new SegmentEvaluator(frame);
			return { evaluator, analyzer: new Analyzer(frame, evaluator, null) };
		},
	});
	const data = {
		...input,
		newestDay,
		problems: [],
		unmatched: new Map<number, never>(),
		rowsOf: () => new Int32Array(),
	};
	const snapshot = { tables: [], data, frame: frameOf(AS_OF_DAY) };
	const dates = { from: isoOfDay(from), to: isoOfDay(to) };
	return {
		migrate: async () =>
			segmentMigration.parse(
				await desk.migration(snapshot, segmentation, { ...defaultSettings, ...settings }, dates, silentJob()),
			),
		moving: async (origin, destination) => {
			const query = { ...dates, origin, destination };
			const page = { from: 0, count: 5000 };
			return (await desk.moving(snapshot, segmentation, query, page, silentJob())).rows;
		},
	};
}
