import type { Comparison } from '#shared/model/numberRecord.ts';
import type { ColumnScale } from './columnScale.ts';

export interface IntervalBarProps {
	readonly estimate: Comparison;
	readonly scale: ColumnScale;
	readonly isFilled: boolean;
}

const WIDTH = 60;
const HEIGHT = 46;
const PAD = 5;

/** A point with its interval, as high as its row so that the line at zero runs through. The cell says the same in words, so this is hidden from screen readers. */
export function IntervalBar({ estimate, scale, isFilled }: IntervalBarProps) {
	const span = scale.high - scale.low;
	const place = (value: number) => PAD + ((value - scale.low) / span) * (WIDTH - 2 * PAD);
	const clamp = (x: number) => Math.min(WIDTH - 1, Math.max(1, x));
	const middle = HEIGHT / 2;
	const from = clamp(estimate.low === null ? 0 : place(estimate.low));
	const to = clamp(estimate.high === null ? WIDTH : place(estimate.high));
	const isOpenLeft = estimate.low === null || place(estimate.low) < 0;
	const isOpenRight = estimate.high === null || place(estimate.high) > WIDTH;
	return (
		<svg className="interval-bar" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
			<line className="interval-zero" x1={place(0)} x2={place(0)} y1={0} y2={HEIGHT} />
			<line className="interval-line" x1={from} x2={to} y1={middle} y2={middle} />
			{isOpenLeft ? (
				<polyline className="interval-line" points={`4,${middle - 3} 1,${middle} 4,${middle + 3}`} />
			) : (
				<line className="interval-line" x1={from} x2={from} y1={middle - 3} y2={middle + 3} />
			)}
			{isOpenRight ? (
				<polyline
					className="interval-line"
					points={`${WIDTH - 4},${middle - 3} ${WIDTH - 1},${middle} ${WIDTH - 4},${middle + 3}`}
				/>
			) : (
				<line className="interval-line" x1={to} x2={to} y1={middle - 3} y2={middle + 3} />
			)}
			<circle
				className={isFilled ? 'interval-point interval-point-filled' : 'interval-point'}
				cx={Math.min(WIDTH - 5, Math.max(5, place(estimate.value)))}
				cy={middle}
				r={3}
			/>
		</svg>
	);
}
