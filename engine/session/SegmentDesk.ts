import type { Analysis } from '#shared/model/analysis.ts';
import type { CustomerGroup } from '#shared/model/customerGroup.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { MigrationDates, MigrationQuery, SegmentMigration } from '#shared/model/segmentMigration.ts';
import type { MatchQuery, SegmentOverlap } from '#shared/model/segmentOverlap.ts';
import type { SegmentReview } from '#shared/model/segmentReview.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { proofProblems } from '#shared/rules/proof/proofProblems.ts';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import type { BuilderInput } from '../builders/BuilderInput.ts';
import type { RowSource } from '../export/table/RowSource.ts';
import { MS_PER_DAY } from '../frame/eventDays.ts';
import { silentJob, throwIfCancelled, type Job } from '../job.ts';
import type { Assignment } from '../rules/Assignment.ts';
import type { SegmentationStore } from '../store/SegmentationStore.ts';
import { isoDay } from './asOfDay.ts';
import { customerRows } from './customerRows.ts';
import { customersOf } from './customersOf.ts';
import { customFieldColumns } from './customFieldColumns.ts';
import type { Derivations } from './Derivations.ts';
import { FieldDesk, type FieldQuestion } from './FieldDesk.ts';
import type { FieldDescription } from './fieldFacts.ts';
import { pageOf, pageOfRows, type PageRequest } from './membersPage.ts';
import { leakProblems } from './leakProblems.ts';
import { MigrationDesk } from './MigrationDesk.ts';
import { OverlapDesk } from './OverlapDesk.ts';
import { requireExclusive } from './requireExclusive.ts';
import { reviewSegments } from './reviewSegments.ts';
import { rulesAgeDays } from './rulesAgeDays.ts';
import type { Snapshot } from './Snapshot.ts';

/** How far the check of stability looks back, and up to how many customers without being asked. */
const SHIFT_DAYS = 90;
const MOST_CUSTOMERS_AT_ONCE = 250_000;

/** What can be asked of drafts of segments. Changes nothing. Each question is about the snapshot that was current when it was asked. */
export class SegmentDesk {
	private readonly versions: Pick<SegmentationStore, 'versions'>;
	private readonly derivations: Derivations;
	private readonly snapshot: () => Snapshot;
	private readonly fields = new FieldDesk();
	private readonly overlaps = new OverlapDesk();
	private readonly migrations: MigrationDesk;

	constructor(versions: Pick<SegmentationStore, 'versions'>, derivations: Derivations, snapshot: () => Snapshot) {
		this.versions = versions;
		this.derivations = derivations;
		this.snapshot = snapshot;
		this.migrations = new MigrationDesk(derivations);
	}

	/** Every figure of a draft. */
	async evaluate(segmentation: Segmentation, settings: AnalysisSettings, job: Job = silentJob()): Promise<Analysis> {
		const { tables, data } = this.snapshot();
		// Lets a cancel in that came right behind the request, as when somebody types.
		await job.tick(0, null, 'Evaluating');
		const frame = await this.derivations.frame(tables, data, settings, job);
		const check = () => throwIfCancelled(job.signal);
		return this.derivations.evaluation(frame).analyzer.analyze(segmentation, settings, check);
	}

	/**
	 * What a critical colleague would ask of a draft. The comparison with 90 days before needs the whole frame of that day; on much data
	 * it is made only where `isPatient`.
	 */
	async review(
		segmentation: Segmentation,
		settings: AnalysisSettings,
		isPatient: boolean,
		job: Job = silentJob(),
	): Promise<SegmentReview> {
		const snapshot = this.snapshot();
		const { tables, data, state } = snapshot;
		await job.tick(0, null, 'Reviewing the segments');
		const frame = await this.derivations.frame(tables, data, settings, job);
		const isLarge = frame.length > MOST_CUSTOMERS_AT_ONCE && !isPatient;
		const asOf = isoDay(frame.asOfDay - SHIFT_DAYS);
		const before = isLarge ? null : await this.derivations.frame(tables, data, { asOf }, job);
		const nowMs = Date.now();
		const review = reviewSegments({
			segmentation,
			settings,
			frame,
			evaluation: this.derivations.evaluation(frame),
			earlier: before && { frame: before, evaluation: this.derivations.evaluation(before) },
			rulesAgeDays: rulesAgeDays(segmentation, this.versions.versions(), nowMs),
			dataAgeDays: data.newestDay === null || state.isSample ? null : Math.floor(nowMs / MS_PER_DAY) - data.newestDay,
			tick: () => throwIfCancelled(job.signal),
		});
		const leaks =
			before === null
				? []
				: await this.leaks(snapshot, segmentation, settings, { from: asOf, to: isoDay(frame.asOfDay) }, job);
		return { ...review, problems: [...leaks, ...review.problems] };
	}

	/** Rows of the customer frame: those of a group of a draft, or everyone. See pageOfRows. */
	members(segmentation: Segmentation, group: CustomerGroup, page: PageRequest) {
		const { frame, evaluator } = this.rulesAtHand();
		const found = pageOf(frame, customersOf(evaluator, segmentation, group), page);
		return pageOfRows(frame, found, segmentation, this.customerKeyField());
	}

	/** What values a field of the frame or a custom field holds; see FieldDesk. */
	describeField(question: FieldQuestion, job: Job = silentJob()): Promise<FieldDescription> {
		return this.fields.describe(this.snapshot().frame, question, job);
	}

	/** Of how many customers of the frame each rule is true by itself; see SegmentEvaluator. */
	countRules(rules: readonly string[], segmentation: Segmentation): (number | null)[] {
		return this.rulesAtHand().evaluator.countRules(rules, segmentation);
	}

	/** Which segment of a draft each customer of the frame is in. */
	assign(segmentation: Segmentation): Assignment {
		return this.rulesAtHand().evaluator.evaluate(segmentation);
	}

	/** What builders work on: the customers as of the date in force. */
	builderInput(): BuilderInput {
		return { ...this.rulesAtHand(), current: this.snapshot().state.segmentation };
	}

	/** What can be proved of a draft's rules for any customers, with witnesses from the frame where it has them. */
	prove(segmentation: Segmentation, job: Job = silentJob()): Promise<SegmentationProof> {
		return this.overlaps.prove(this.rulesAtHand(), segmentation, job);
	}

	/** Throws `data` for a strict draft of which two rules can be true of one customer. */
	async requireExclusive(segmentation: Segmentation, job: Job = silentJob()): Promise<void> {
		if (segmentation.mode === 'strict') {
			const proof = await this.prove(segmentation, job);
			requireExclusive([...this.assign(segmentation).problems, ...proofProblems(segmentation, proof)]);
		}
	}

	/** Who matches which rules of a draft, and what earlier rules take from later ones. */
	overlap(segmentation: Segmentation, job: Job = silentJob()): Promise<SegmentOverlap> {
		return this.overlaps.overlap(this.rulesAtHand(), segmentation, job);
	}

	/** Rows of the customer frame by the rules of a draft that are true for them. See pageOfRows. */
	matching(segmentation: Segmentation, query: MatchQuery, page: PageRequest) {
		const found = this.overlaps.matching(this.rulesAtHand(), segmentation, query, page);
		return pageOfRows(this.snapshot().frame, found, segmentation, this.customerKeyField());
	}

	/** Who moved between the segments of a draft from one date to another; see MigrationDesk. */
	migration(
		segmentation: Segmentation,
		settings: AnalysisSettings,
		dates: MigrationDates,
		job: Job = silentJob(),
	): Promise<SegmentMigration> {
		return this.migrations.migration(this.snapshot(), segmentation, settings, dates, job);
	}

	/** Rows of the customer frame of the later date: who went from one place to another. See pageOfRows. */
	async moving(segmentation: Segmentation, query: MigrationQuery, page: PageRequest, job: Job = silentJob()) {
		const keyField = this.customerKeyField();
		const { frame, ...found } = await this.migrations.moving(this.snapshot(), segmentation, query, page, job);
		return pageOfRows(frame, found, segmentation, keyField);
	}

	/** The customers with the segment of each for an export, or the members of one segment of a draft; see customerRows. */
	customerRows(segmentation: Segmentation, segmentId: string | null): RowSource {
		const { frame } = this.snapshot();
		const custom = customFieldColumns(segmentation, frame);
		return customerRows(frame, this.assign(segmentation), segmentId, this.customerKeyField(), custom);
	}

	async close(): Promise<void> {
		await this.overlaps.close();
	}

	/** Costs little where the frames of both dates are at hand. None where the data has no past to compare with. */
	private async leaks(
		snapshot: Snapshot,
		segmentation: Segmentation,
		settings: AnalysisSettings,
		dates: MigrationDates,
		job: Job,
	): Promise<Problem[]> {
		if (segmentation.segments.length === 0) {
			return [];
		}
		try {
			const migration = await this.migrations.migration(snapshot, segmentation, settings, dates, job);
			return leakProblems(migration, segmentation);
		} catch (error) {
			if (error instanceof EngineError && error.code === 'data') {
				return [];
			}
			throw error;
		}
	}

	private rulesAtHand() {
		const { frame } = this.snapshot();
		return { frame, evaluator: this.derivations.evaluation(frame).evaluator };
	}

	/** The field of the customers table that holds the key; null where there is none. */
	private customerKeyField(): string | null {
		const customers = this.snapshot().tables.find(({ mapping }) => mapping.role === 'customers');
		return customers?.mapping.fields['customer_id'] ?? null;
	}
}
