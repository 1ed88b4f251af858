import type { ProjectState } from '#shared/model/projectState.ts';
import { segmentation as segmentationSchema, type Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { LatestQuery } from './LatestQuery.ts';

export type Prove = (segmentation: Segmentation, signal: AbortSignal) => Promise<SegmentationProof>;

/** The figures go first, and nobody reads findings while typing. */
const WAIT_MS = 500;

/** What is proved of the draft's rules, kept up with rules and data after a pause. Pairs that are not listed are disjoint. */
export class ProofStore {
	readonly query = new LatestQuery<SegmentationProof>();
	private readonly prove: Prove;
	private question = '';
	private projectPath: string | null = null;
	private timer: ReturnType<typeof setTimeout> | null = null;

	constructor(prove: Prove) {
		this.prove = prove;
	}

	follow(project: ProjectState | null, draft: Segmentation): void {
		if (!project || project.customers === 0 || project.path !== this.projectPath) {
			this.stop();
			this.projectPath = project?.path ?? null;
		}
		if (!project || project.customers === 0) {
			return;
		}
		const question = JSON.stringify([dataOf(project), rulesOf(draft)]);
		if (question === this.question || !segmentationSchema.safeParse(draft).success) {
			return;
		}
		this.question = question;
		this.stopTimer();
		this.timer = setTimeout(() => {
			void this.query.ask((signal) => this.prove(draft, signal));
		}, WAIT_MS);
	}

	/** Forgets what was asked, so that the next `follow` asks anew. */
	forget(): void {
		this.question = '';
	}

	private stop(): void {
		this.stopTimer();
		this.query.clear();
		this.question = '';
	}

	private stopTimer(): void {
		if (this.timer !== null) {
			clearTimeout(this.timer);
			this.timer = null;
		}
	}
}

/** The data that customers and their fields follow from. */
export function dataOf({ asOf, customers, tables }: ProjectState): unknown {
	return [
		asOf,
		customers,
		tables.map(({ id, importedAt, rowsLoaded, mapping }) => [id, importedAt, rowsLoaded, mapping]),
	];
}

/** What decides who matches what, without names and agreements; segments are referred to by name, too. */
export function rulesOf({ segments, exclusions, customFields }: Segmentation): unknown {
	return [
		segments.map(({ id, name, rule }) => [id, name, rule]),
		exclusions.map(({ id, name, rule }) => [id, name, rule]),
		customFields.map(({ name, expression }) => [name, expression]),
	];
}
