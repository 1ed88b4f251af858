import './Histogram.css';

interface HistogramProps {
	readonly counts: readonly number[];
	/** In pixels. */
	readonly width: number;
	readonly height: number;
}

/** A sketch of a distribution. What it shows stands in words and figures beside it. */
export function Histogram({ counts, width, height }: HistogramProps) {
	const most = Math.max(1, ...counts);
	const step = width / Math.max(1, counts.length);
	return (
		<svg className="histogram" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
			<line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} className="histogram-axis" />
			{counts.map((count, bin) => {
				const tall = count === 0 ? 0 : Math.max(1.5, (count / most) * (height - 2));
				return (
					<rect
						// oxlint-disable-next-line react/no-array-index-key -- bins have no other name
						key={bin}
						x={bin * step + 0.5}
						y={height - 1 - tall}
						width={Math.max(1, step - 1)}
						height={tall}
					/>
				);
			})}
		</svg>
	);
}
