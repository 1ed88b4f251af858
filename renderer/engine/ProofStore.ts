import type { ProjectState } from '#shared/model/projectState.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';
import type { SegmentationProof } from '#shared/rules/proof/segmentationProof.ts';
import { PausedQuery } from './PausedQuery.ts';
import { tablesOf } from './tablesOf.ts';

export type Prove = (segmentation: Segmentation, signal: AbortSignal) => Promise<SegmentationProof>;

/** The figures go first, and nobody reads findings while typing. */
const WAIT_MS = 500;

/** What is proved of the draft's rules, kept up with rules and data after a pause. Pairs that are not listed are disjoint. */
export class ProofStore {
	private readonly paused = new PausedQuery<SegmentationProof>(WAIT_MS);
	readonly query = this.paused.query;
	private readonly prove: Prove;

	constructor(prove: Prove) {
		this.prove = prove;
	}

	follow(project: ProjectState | null, draft: Segmentation): void {
		if (this.paused.isOpen(project)) {
			this.paused.follow(draft, [dataOf(project), rulesOf(draft)], (signal) => this.prove(draft, signal));
		}
	}

	/** Forgets what was asked, so that the next `follow` asks anew. */
	forget(): void {
		this.paused.forget();
	}
}

/** The data that customers and their fields follow from. */
export function dataOf(project: ProjectState): unknown {
	return [project.asOf, project.customers, tablesOf(project)];
}

/** What decides who matches what, without names and agreements; segments are referred to by name, too. */
export function rulesOf({ segments, exclusions, customFields }: Segmentation): unknown {
	return [
		segments.map(({ id, name, rule }) => [id, name, rule]),
		exclusions.map(({ id, name, rule }) => [id, name, rule]),
		customFields.map(({ name, expression }) => [name, expression]),
	];
}
