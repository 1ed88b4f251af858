import type { ProjectState } from '#shared/model/projectState.ts';
import { segmentation as segmentationSchema, type Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentReview } from '#shared/model/segmentReview.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { LatestQuery } from './LatestQuery.ts';

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
	readonly query = new LatestQuery<SegmentReview>();
	private readonly review: Review;
	private question = '';
	private projectPath: string | null = null;
	private timer: ReturnType<typeof setTimeout> | null = null;
	private isPatient = false;
	private ask: (() => void) | null = null;

	constructor(review: Review) {
		this.review = review;
	}

	follow(project: ProjectState | null, draft: Segmentation, settings: AnalysisSettings): void {
		if (!project || project.customers === 0 || project.path !== this.projectPath) {
			this.stop();
			this.projectPath = project?.path ?? null;
		}
		if (!project || project.customers === 0) {
			return;
		}
		const data = project.tables.map((table) => [table.id, table.importedAt, table.rowsLoaded, table.mapping]);
		const versions = project.versions.length;
		const question = JSON.stringify([data, versions, draft, settings]);
		if (question === this.question || !segmentationSchema.safeParse(draft).success) {
			return;
		}
		this.question = question;
		this.ask = () => void this.query.ask((signal) => this.review(draft, settings, this.isPatient, signal));
		this.stopTimer();
		this.timer = setTimeout(this.ask, WAIT_MS);
	}

	/** From now on also where the comparison with an earlier date takes long. */
	askPatiently(): void {
		this.isPatient = true;
		this.stopTimer();
		this.ask?.();
	}

	forget(): void {
		this.question = '';
	}

	private stop(): void {
		this.stopTimer();
		this.query.clear();
		this.question = '';
		this.isPatient = false;
		this.ask = null;
	}

	private stopTimer(): void {
		if (this.timer !== null) {
			clearTimeout(this.timer);
			this.timer = null;
		}
	}
}
