import type { Segmentation } from '#shared/model/segmentation.ts';
import {
	EXCLUDED_PLACE,
	type MigrationDates,
	type MigrationQuery,
	type SegmentMigration,
} from '#shared/model/segmentMigration.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { dayOfIso } from '#shared/rules/calendar.ts';
import { migrateSegments } from '../analysis/migration/migrateSegments.ts';
import { migrationPlaces, placeCodes } from '../analysis/migration/migrationPlaces.ts';
import { hasBit } from '../columns/bitmap.ts';
import type { CustomerFrame } from '../frame/CustomerFrame.ts';
import { countBits } from '../frame/bitmap.ts';
import { hasHistory } from '../frame/hasHistory.ts';
import { isCustomerBy } from '../frame/isCustomerBy.ts';
import { revenueAsOf } from '../frame/revenueAsOf.ts';
import { throwIfCancelled, type Job } from '../job.ts';
import type { Derivations } from './Derivations.ts';
import type { FoundRows, PageRequest } from './membersPage.ts';
import { firstOrderDay, migrationNotes } from './migrationNotes.ts';
import type { Snapshot } from './Snapshot.ts';

type Frames = Pick<Derivations, 'frame' | 'evaluation'>;
type DataAtHand = Pick<Snapshot, 'tables' | 'data' | 'frame'>;

/** Follows customers between two dates of one project. Keeps nothing: frames and evaluations are those of Derivations. */
export class MigrationDesk {
	private readonly derivations: Frames;

	constructor(derivations: Frames) {
		this.derivations = derivations;
	}

	/** Throws `data` for dates in the wrong order, data without dates, and an earlier date before anything had happened. */
	async migration(
		snapshot: DataAtHand,
		segmentation: Segmentation,
		settings: AnalysisSettings,
		dates: MigrationDates,
		job: Job,
	): Promise<SegmentMigration> {
		const { data } = snapshot;
		const { frames, states, days } = await this.follow(snapshot, segmentation, dates, job);
		const [fromDay, toDay] = frames.map(({ asOfDay }) => asOfDay);
		await job.tick(2, 4, 'Adding up revenue');
		const [opening, middle, closing] = [fromDay! - days, fromDay!, toDay!].map((day) =>
			revenueAsOf(data.orders, day, data.customers),
		);
		const spent = (until: typeof opening, since: typeof opening) =>
			until && since ? until.values.map((sum, row) => sum - since.values[row]!) : null;
		await job.tick(3, 4, 'Comparing the dates');
		return migrateSegments({
			segmentation,
			settings,
			before: { ...states[0]!, date: dates.from, spent: spent(middle, opening) },
			after: { ...states[1]!, date: dates.to, spent: spent(closing, middle) },
			days,
			scale: closing?.scale ?? 0,
			notes: migrationNotes(segmentation, frames[1]!, dates, days, data.newestDay),
			tick: () => throwIfCancelled(job.signal),
		});
	}

	/** Customers who went from one place to another, with the frame of the later date. Throws `not-found` for unknown places. */
	async moving(
		snapshot: DataAtHand,
		segmentation: Segmentation,
		{ origin, destination, ...dates }: MigrationQuery,
		{ from, count }: PageRequest,
		job: Job,
	): Promise<FoundRows & { readonly frame: CustomerFrame }> {
		const { frames, states } = await this.follow(snapshot, segmentation, dates, job);
		const [before, after] = states.map(placeCodes);
		const codeOf = (id: string | null): number | null => {
			const code = migrationPlaces(states[1]!.assignment).findIndex((place) => place.id === id);
			if (id !== null && code === -1) {
				throw new EngineError('not-found', `There is no segment "${id}" in this list.`);
			}
			return id === null ? null : code;
		};
		const [wantedBefore, wantedAfter] = [codeOf(origin), codeOf(destination)];
		const rows: number[] = [];
		let total = 0;
		for (let row = 0; row < after!.length; row++) {
			if (
				(wantedBefore === null || before![row] === wantedBefore) &&
				(wantedAfter === null || after![row] === wantedAfter)
			) {
				if (total >= from && rows.length < count) {
					rows.push(row);
				}
				total++;
			}
		}
		const { exclusions } = states[1]!.assignment;
		const excludedBy = (row: number) => exclusions.find(({ taken }) => hasBit(taken, row))?.name ?? '';
		return { frame: frames[1]!, rows, total, excludedBy: destination === EXCLUDED_PLACE ? excludedBy : null };
	}

	private async follow(snapshot: DataAtHand, segmentation: Segmentation, dates: MigrationDates, job: Job) {
		const { tables, data, frame: inForce } = snapshot;
		const days = (dayOfIso(dates.to) ?? 0) - (dayOfIso(dates.from) ?? 0);
		if (days <= 0) {
			throw new EngineError(
				'data',
				`The earlier date, ${dates.from}, is not before the later one, ${dates.to}. Choose an earlier first date.`,
			);
		}
		if (data.newestDay === null) {
			throw new EngineError(
				'data',
				'Nobody can be followed over time, because nothing in the data has a date. Map the date of orders or of campaign rows, or the sign-up date of customers.',
			);
		}
		const frames: CustomerFrame[] = [];
		for (const asOf of [dates.from, dates.to]) {
			await job.tick(frames.length, 4, `Building the customer frame of ${asOf}`);
			frames.push(await this.derivations.frame(tables, data, { asOf }, job));
		}
		const [earlier, later] = [frames[0]!, frames[1]!];
		if (!hasHistory(earlier) && !hasStarted(earlier)) {
			const first = firstOrderDay(later);
			const begin = first === null ? '' : ` The first order is of ${first}.`;
			throw new EngineError('data', `Nothing had happened by ${dates.from}.${begin} Choose a later first date.`);
		}
		const waterfall = { ...segmentation, mode: 'waterfall' as const };
		const states = [earlier, later].map((frame) => ({
			assignment: this.derivations.evaluation(frame).evaluator.evaluate(waterfall),
			isCustomer: isCustomerBy(frame, [later, inForce]),
		}));
		return { frames, states, days };
	}
}

/** Whether anybody had signed up or ordered. */
function hasStarted({ columns, derived, length }: CustomerFrame): boolean {
	const tenure = derived.has('tenure_days') ? columns.get('tenure_days') : undefined;
	return tenure !== undefined && countBits(tenure.nulls) < length;
}
