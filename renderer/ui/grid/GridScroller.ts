import { Store } from '../../engine/Store.ts';
import { scrollScale, type ScrollScale } from './scrollScale.ts';

export const ROW_HEIGHT = 24;
export const HEADER_HEIGHT = 28;

export interface GridWindow {
	/** Height of the scrolled element, in pixels. */
	readonly height: number;
	readonly viewportHeight: number;
	readonly firstRow: number;
	/** The last row that is at least partly on the screen; below firstRow when there are none. */
	readonly lastRow: number;
	/** How far the first row is pushed up, in pixels. */
	readonly shift: number;
	readonly rowsPerPage: number;
}

/**
 * Which of `total` rows are on the screen. The scroll bar is scaled where the rows are higher than a browser allows; the
 * wheel still moves by rows, which the scaled scroll bar alone could not do.
 */
export class GridScroller {
	readonly window: Store<GridWindow>;
	private readonly total: number;
	private element: HTMLElement | null = null;
	private viewportHeight = 0;
	private offset = 0;
	private scale: ScrollScale;
	/** Our own moves come back as scroll events; they must not be rounded to the scale of the scroll bar. */
	private expectedScrollTop = 0;

	constructor(total: number) {
		this.total = total;
		this.scale = scrollScale(this.contentHeight(), 0);
		this.window = new Store(this.read());
	}

	/** Listens to the element; returns what ends that. */
	readonly attach = (element: HTMLElement | null): (() => void) | undefined => {
		if (!element) {
			return undefined;
		}
		this.element = element;
		const observer = new ResizeObserver(() => this.resize(element.clientHeight));
		observer.observe(element);
		element.addEventListener('scroll', this.onScroll);
		element.addEventListener('wheel', this.onWheel, { passive: false });
		return () => {
			observer.disconnect();
			element.removeEventListener('scroll', this.onScroll);
			element.removeEventListener('wheel', this.onWheel);
			this.element = null;
		};
	};

	/** Brings a row into view. */
	reveal(row: number): void {
		const top = row * ROW_HEIGHT;
		const bottom = top + ROW_HEIGHT - this.bodyHeight();
		if (top < this.offset) {
			this.moveTo(top);
		} else if (bottom > this.offset) {
			this.moveTo(bottom);
		}
	}

	private readonly onScroll = (): void => {
		const scrollTop = this.element?.scrollTop ?? 0;
		if (Math.abs(scrollTop - this.expectedScrollTop) > 0.5) {
			this.expectedScrollTop = scrollTop;
			this.offset = this.scale.toOffset(scrollTop);
			this.window.set(this.read());
		}
	};

	private readonly onWheel = (event: WheelEvent): void => {
		if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
			return;
		}
		event.preventDefault();
		const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? ROW_HEIGHT : 1;
		this.moveTo(this.offset + event.deltaY * unit);
	};

	private resize(viewportHeight: number): void {
		this.viewportHeight = viewportHeight;
		this.scale = scrollScale(this.contentHeight(), viewportHeight);
		this.moveTo(this.offset);
	}

	private moveTo(wanted: number): void {
		this.offset = Math.min(this.scale.maxOffset, Math.max(0, wanted));
		this.window.set(this.read());
		if (this.element) {
			this.element.scrollTop = this.scale.toScrollTop(this.offset);
			this.expectedScrollTop = this.element.scrollTop;
		}
	}

	private contentHeight(): number {
		return this.total * ROW_HEIGHT + HEADER_HEIGHT;
	}

	private bodyHeight(): number {
		return Math.max(0, this.viewportHeight - HEADER_HEIGHT);
	}

	private read(): GridWindow {
		const firstRow = Math.min(Math.max(0, this.total - 1), Math.floor(this.offset / ROW_HEIGHT));
		const isMeasured = this.viewportHeight > 0;
		return {
			height: this.scale.height,
			viewportHeight: this.viewportHeight,
			firstRow,
			lastRow: isMeasured
				? Math.min(this.total - 1, Math.floor((this.offset + this.bodyHeight() - 1) / ROW_HEIGHT))
				: firstRow - 1,
			shift: this.offset - firstRow * ROW_HEIGHT,
			rowsPerPage: Math.max(1, Math.floor(this.bodyHeight() / ROW_HEIGHT)),
		};
	}
}
