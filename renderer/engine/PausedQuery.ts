import type { ProjectState } from '#shared/model/projectState.ts';
import { segmentation, type Segmentation } from '#shared/model/segmentation.ts';
import { LatestQuery } from './LatestQuery.ts';

/** A question about the draft that is asked a while after it last changed, and forgotten with its project. */
export class PausedQuery<T> {
	readonly query = new LatestQuery<T>();
	private readonly waitMs: number;
	private readonly onClear: () => void;
	private question = '';
	private projectPath: string | null = null;
	private timer: ReturnType<typeof setTimeout> | null = null;
	private ask: (() => void) | null = null;

	/** `onClear` is told when everything is forgotten. */
	constructor(waitMs: number, onClear: () => void = () => undefined) {
		this.waitMs = waitMs;
		this.onClear = onClear;
	}

	/** Whether there is a project with customers to ask about. Another one than before, or none, forgets everything. */
	isOpen(project: ProjectState | null): project is ProjectState {
		const hasCustomers = project !== null && project.customers > 0;
		if (!hasCustomers || project.path !== this.projectPath) {
			this.clear();
			this.projectPath = project?.path ?? null;
		}
		return hasCustomers;
	}

	/** Asks after the pause, unless the question is what was asked last or the draft cannot be asked about. */
	follow(draft: Segmentation, question: unknown, answer: (signal: AbortSignal) => Promise<T>): void {
		const text = JSON.stringify(question);
		if (text !== this.question && segmentation.safeParse(draft).success) {
			this.question = text;
			this.ask = () => void this.query.ask(answer);
			this.stopTimer();
			this.timer = setTimeout(this.ask, this.waitMs);
		}
	}

	/** Asks the last question again, at once. */
	askNow(): void {
		this.stopTimer();
		this.ask?.();
	}

	/** Forgets what was asked, so that the next `follow` asks anew. */
	forget(): void {
		this.question = '';
	}

	private clear(): void {
		this.stopTimer();
		this.query.clear();
		this.question = '';
		this.ask = null;
		this.onClear();
	}

	private stopTimer(): void {
		if (this.timer !== null) {
			clearTimeout(this.timer);
			this.timer = null;
		}
	}
}
