import type { ProjectState } from '#shared/model/projectState.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentReview } from '#shared/model/segmentReview.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { PausedQuery } from './PausedQuery.ts';
import { tablesOf } from './tablesOf.ts';

export type Review = (
	segmentation: Segmentation,
	settings: AnalysisSettings,
	isPatient: boolean,
	signal: AbortSignal,
) => Promise<SegmentReview>;

/** Nobody reads checks while typing, and the figures go first. */
const WAIT_MS = 700;

/** The review of the draft, kept up with draft, settings and data after a pause. */
export class ReviewStore {
	private isPatient = false;
	private readonly paused = new PausedQuery<SegmentReview>(WAIT_MS, () => {
		this.isPatient = false;
	});
	readonly query = this.paused.query;
	private readonly review: Review;

	constructor(review: Review) {
		this.review = review;
	}

	follow(project: ProjectState | null, draft: Segmentation, settings: AnalysisSettings): void {
		if (this.paused.isOpen(project)) {
			const question = [tablesOf(project), project.versions.length, draft, settings];
			this.paused.follow(draft, question, (signal) => this.review(draft, settings, this.isPatient, signal));
		}
	}

	/** From now on also where the comparison with an earlier date takes long. */
	askPatiently(): void {
		this.isPatient = true;
		this.paused.askNow();
	}

	forget(): void {
		this.paused.forget();
	}
}
