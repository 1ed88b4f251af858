import type { Analysis } from '#shared/model/analysis.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import { segmentation as segmentationSchema, type Segmentation } from '#shared/model/segmentation.ts';
import type { AnalysisSettings } from '#shared/model/settings.ts';
import { keepParts } from './keepParts.ts';
import { LatestQuery } from './LatestQuery.ts';
import { tablesOf } from './tablesOf.ts';

export type Evaluate = (
	segmentation: Segmentation,
	settings: AnalysisSettings,
	signal: AbortSignal,
) => Promise<Analysis>;

/**
 * The one analysis that all views read, kept up with the draft, the settings and the data. Parts of an answer that say what they said
 * in the last one are the same objects, so that views draw what changed and nothing else.
 */
export class AnalysisStore {
	readonly query = new LatestQuery<Analysis>();
	private readonly evaluate: Evaluate;
	private question = '';
	private projectPath: string | null = null;

	constructor(evaluate: Evaluate) {
		this.evaluate = evaluate;
	}

	/** Asks again if anything that the answer depends on has changed. */
	follow(project: ProjectState | null, draft: Segmentation, settings: AnalysisSettings): void {
		if (!project || project.customers === 0 || project.path !== this.projectPath) {
			this.query.clear();
			this.question = '';
			this.projectPath = project?.path ?? null;
		}
		if (!project || project.customers === 0) {
			return;
		}
		// What a team agreed about a segment changes no figure.
		const segments = draft.segments.map(({ id, name, rule }) => ({ id, name, rule }));
		// Not the revision: it also grows when the draft is written, which changes nothing here.
		const question = JSON.stringify([tablesOf(project), project.customers, { ...draft, segments }, settings]);
		if (question !== this.question && segmentationSchema.safeParse(draft).success) {
			this.question = question;
			void this.query.ask(async (signal) => {
				const answer = await this.evaluate(draft, settings, signal);
				return keepParts(this.query.state.get().value, answer);
			});
		}
	}

	/** Forgets what was asked, so that the next `follow` asks anew. */
	forget(): void {
		this.question = '';
	}
}
