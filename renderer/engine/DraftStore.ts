import {
	emptySegmentation,
	segmentation as segmentationSchema,
	type Segmentation,
} from '#shared/model/segmentation.ts';
import { isSameData } from './isSameData.ts';
import { Store } from './Store.ts';

const WRITE_AFTER_MS = 600;

/** Makes a draft the project's segmentation, as one undoable step called `label`. */
export type WriteDraft = (segmentation: Segmentation, label: string) => Promise<void>;

/**
 * The segmentation as the user sees it: edits show at once and are written after a pause in typing. Edits with the same
 * label become one undo step; another label writes the earlier ones first. The project's own segmentation is followed
 * whenever nothing of ours is under way.
 */
export class DraftStore {
	readonly state = new Store<Segmentation>(emptySegmentation);
	/** Whether there are edits that the project does not hold yet. */
	readonly isUnsaved = new Store(false);
	private readonly write: WriteDraft;
	private readonly onError: (error: unknown) => void;
	private saved: Segmentation = emptySegmentation;
	private pendingLabel: string | null = null;
	private timer: ReturnType<typeof setTimeout> | null = null;
	private writing: Promise<void> = Promise.resolve();
	private writes = 0;

	constructor(write: WriteDraft, onError: (error: unknown) => void) {
		this.write = write;
		this.onError = onError;
	}

	/** `label` names the step in the history, e.g. `Edit rule of Champions`. */
	update(change: (draft: Segmentation) => Segmentation, label: string): void {
		const next = change(this.state.get());
		if (isSameData(next, this.state.get())) {
			return;
		}
		if (this.pendingLabel !== null && this.pendingLabel !== label) {
			void this.flush();
		}
		this.state.set(next);
		this.pendingLabel = label;
		this.isUnsaved.set(true);
		this.schedule();
	}

	/** Writes what is pending now; resolves when the engine has all of it. Never rejects: failures are reported. */
	flush(): Promise<void> {
		this.stopTimer();
		const label = this.pendingLabel;
		const draft = this.state.get();
		if (label === null || !segmentationSchema.safeParse(draft).success) {
			return this.writing;
		}
		this.pendingLabel = null;
		this.writes++;
		this.writing = this.write(draft, label).then(
			() => this.settle(),
			(error: unknown) => {
				this.pendingLabel ??= label;
				this.settle();
				this.onError(error);
			},
		);
		return this.writing;
	}

	/** The project's segmentation is now this one. */
	follow(segmentation: Segmentation): void {
		this.saved = segmentation;
		if (this.writes === 0 && this.pendingLabel === null) {
			this.takeSaved();
		}
	}

	/** Another project: edits of the last one are dropped (flush first to keep them). */
	reset(segmentation: Segmentation): void {
		this.stopTimer();
		this.pendingLabel = null;
		this.saved = segmentation;
		this.takeSaved();
	}

	private settle(): void {
		this.writes--;
		if (this.writes === 0 && this.pendingLabel === null) {
			this.takeSaved();
		}
	}

	private takeSaved(): void {
		if (!isSameData(this.saved, this.state.get())) {
			this.state.set(this.saved);
		}
		this.isUnsaved.set(false);
	}

	private schedule(): void {
		this.stopTimer();
		this.timer = setTimeout(() => void this.flush(), WRITE_AFTER_MS);
	}

	private stopTimer(): void {
		if (this.timer !== null) {
			clearTimeout(this.timer);
			this.timer = null;
		}
	}
}
