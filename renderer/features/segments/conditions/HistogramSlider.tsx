import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { placeOf, rounded, valueAt, type HistogramScale } from './histogramScale.ts';
import { useFrameLatest } from './useFrameLatest.ts';

export interface HistogramMark {
	/** What the handle sets, for screen readers. */
	readonly label: string;
	readonly value: number;
	/** The value in words. */
	readonly text: string;
	/** It stands behind its value rather than before it, as the end of `at most 3` does. */
	readonly isBehind: boolean;
}

interface HistogramSliderProps {
	readonly label: string;
	readonly scale: HistogramScale;
	readonly marks: readonly HistogramMark[];
	/** Whether values at this place of the axis (0 to 1) are among those that the condition finds. */
	readonly isInside: (place: number) => boolean;
	readonly isReadOnly: boolean;
	readonly onMove: (mark: number, value: number) => void;
	/** A drag is over. */
	readonly onDone: () => void;
}

const FAR = 10;

/** The distribution of a field with handles that can be dragged, or moved with the arrow keys (Shift, Page: ten steps). */
export function HistogramSlider({ label, scale, marks, isInside, isReadOnly, onMove, onDone }: HistogramSliderProps) {
	/** Measured once: asking for it while everything changes would have the page laid out twice per frame. */
	const dragged = useRef<{ readonly mark: number; readonly box: DOMRect } | null>(null);
	const move = useFrameLatest<readonly [mark: number, value: number]>(([mark, value]) => onMove(mark, value));
	const highest = Math.max(1, ...scale.counts);

	const follow = (event: PointerEvent) => {
		const mark = dragged.current && marks[dragged.current.mark];
		if (dragged.current && mark) {
			const place = placeUnder(event, dragged.current.box);
			move([dragged.current.mark, valueAt(scale, place, mark.isBehind)]);
		}
	};
	const begin = (event: PointerEvent<HTMLDivElement>) => {
		if (isReadOnly || event.button !== 0 || marks.length === 0) {
			return;
		}
		const box = event.currentTarget.getBoundingClientRect();
		const mark = nearest(scale, marks, placeUnder(event, box));
		dragged.current = { mark, box };
		event.currentTarget.setPointerCapture(event.pointerId);
		event.preventDefault();
		event.currentTarget.querySelectorAll<HTMLElement>('[role=slider]')[mark]?.focus();
		follow(event);
	};
	const end = () => {
		if (dragged.current !== null) {
			dragged.current = null;
			onDone();
		}
	};
	const onKeyDown = (event: KeyboardEvent, index: number, mark: HistogramMark) => {
		const value = steppedValue(event, scale, mark.value);
		if (value !== null && !isReadOnly) {
			event.preventDefault();
			event.stopPropagation();
			onMove(index, value);
		}
	};

	return (
		<div
			className="condition-histogram"
			role="group"
			aria-label={label}
			title={scale.isCut ? `${label}, without the lowest and the highest 1 % of the values` : label}
			onPointerDown={begin}
			onPointerMove={follow}
			onPointerUp={end}
			onPointerCancel={end}
		>
			{scale.counts.map((count, bar) => (
				<span
					key={bar}
					className="condition-bar"
					data-inside={isInside((bar + 0.5) / scale.counts.length)}
					style={{ height: count === 0 ? 0 : `max(2px, ${(count / highest) * 100}%)` }}
				/>
			))}
			{marks.map((mark, index) => (
				<div
					key={mark.label}
					className="condition-handle"
					role="slider"
					tabIndex={0}
					aria-label={mark.label}
					aria-valuemin={scale.from}
					aria-valuemax={scale.to}
					aria-valuenow={mark.value}
					aria-valuetext={mark.text}
					aria-disabled={isReadOnly}
					style={{ left: `${placeOf(scale, mark.value, mark.isBehind) * 100}%` }}
					onKeyDown={(event) => onKeyDown(event, index, mark)}
				/>
			))}
		</div>
	);
}

/** The share of the axis that lies before the pointer. */
function placeUnder({ clientX }: PointerEvent, box: DOMRect): number {
	return Math.min(1, Math.max(0, (clientX - box.left) / box.width));
}

function nearest(scale: HistogramScale, marks: readonly HistogramMark[], place: number): number {
	const distances = marks.map(({ value, isBehind }) => Math.abs(placeOf(scale, value, isBehind) - place));
	const [first = 0, second = Infinity] = distances;
	const [left] = marks;
	// Where both stand on one place, the one that can move that way.
	const isTie = first === second && left !== undefined && place > placeOf(scale, left.value, left.isBehind);
	return isTie ? 1 : distances.indexOf(Math.min(...distances));
}

function steppedValue(event: KeyboardEvent, scale: HistogramScale, value: number): number | null {
	const size = event.shiftKey ? FAR * scale.step : scale.step;
	switch (event.key) {
		case 'ArrowRight':
		case 'ArrowUp':
			return rounded(scale, value + size);
		case 'ArrowLeft':
		case 'ArrowDown':
			return rounded(scale, value - size);
		case 'PageUp':
			return rounded(scale, value + FAR * scale.step);
		case 'PageDown':
			return rounded(scale, value - FAR * scale.step);
		case 'Home':
			return rounded(scale, scale.from);
		case 'End':
			return rounded(scale, scale.to);
		default:
			return null;
	}
}
