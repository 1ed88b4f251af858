import type { EChartsOption } from 'echarts';
import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';

export interface EChartProps {
	/** Made by one of the functions in shared/charts; a new object redraws. */
	readonly option: EChartsOption;
	readonly heightPx: number;
	/** Called with the row of a vertical category axis that was clicked, name and figure included; top row 0. */
	readonly onPick?: (category: number) => void;
}

/** How far from the middle of a row a click still means it; beyond that lie axis, title and legend. */
const ROW_REACH_PX = 18;

/** Draws an option and follows the size of its place. Loads the chart library on first use. */
export function EChart({ option, heightPx, onPick }: EChartProps) {
	const place = useRef<HTMLDivElement>(null);
	const [chart, setChart] = useState<EChartsType | null>(null);

	useEffect(() => {
		const element = place.current;
		if (!element) {
			return;
		}
		let drawn: EChartsType | null = null;
		let isGone = false;
		const resize = new ResizeObserver(() => drawn?.resize());
		void import('./echarts.ts').then(({ init }) => {
			if (!isGone) {
				drawn = init(element, null, { renderer: 'svg' });
				resize.observe(element);
				setChart(drawn);
			}
		});
		return () => {
			isGone = true;
			resize.disconnect();
			drawn?.dispose();
			setChart(null);
		};
	}, []);

	useEffect(() => {
		chart?.setOption(option, { notMerge: true });
	}, [chart, option]);

	useEffect(() => {
		if (!chart || !onPick) {
			return;
		}
		const pick = ({ offsetY }: { readonly offsetY: number }) => {
			const category: unknown = chart.convertFromPixel({ yAxisIndex: 0 }, offsetY);
			const middle: unknown = typeof category === 'number' && chart.convertToPixel({ yAxisIndex: 0 }, category);
			if (typeof category === 'number' && typeof middle === 'number' && Math.abs(middle - offsetY) < ROW_REACH_PX) {
				onPick(category);
			}
		};
		chart.getZr().on('click', pick);
		return () => {
			if (!chart.isDisposed()) {
				chart.getZr().off('click', pick);
			}
		};
	}, [chart, onPick]);

	return <div ref={place} role="img" className="chart" style={{ height: heightPx }} />;
}
