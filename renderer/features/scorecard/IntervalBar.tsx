import type { CSSProperties } from 'react';
import type { Comparison } from '#shared/model/numberRecord.ts';
import type { ColumnScale } from './columnScale.ts';

export interface IntervalBarProps {
	readonly estimate: Comparison;
	readonly scale: ColumnScale;
	readonly isFilled: boolean;
}

/** As scorecard.css has it, in pixels. */
const WIDTH = 60;
const PAD = 5;

/**
 * A point with its interval, as high as its row so that the line at zero runs through. The cell says the same in words, so this is
 * hidden from screen readers. A background rather than a drawing: a grid has a hundred, and they move while a threshold is dragged.
 */
export function IntervalBar({ estimate, scale, isFilled }: IntervalBarProps) {
	const span = scale.high - scale.low;
	const place = (value: number) => PAD + ((value - scale.low) / span) * (WIDTH - 2 * PAD);
	const from = estimate.low === null ? 0 : place(estimate.low);
	const to = estimate.high === null ? WIDTH : place(estimate.high);
	const ends = {
		'--zero': pixels(place(0)),
		'--from': pixels(Math.max(1, from)),
		'--to': pixels(Math.min(WIDTH - 1, to)),
		'--point': pixels(Math.min(WIDTH - PAD, Math.max(PAD, place(estimate.value)))),
	};
	return (
		<span
			className="interval-bar"
			data-filled={isFilled}
			data-open-low={estimate.low === null || from < 0}
			data-open-high={estimate.high === null || to > WIDTH}
			style={ends as CSSProperties}
			aria-hidden="true"
		/>
	);
}

function pixels(x: number): string {
	return `${x.toFixed(1)}px`;
}
