import type { CustomSeriesOption, CustomSeriesRenderItemReturn, ScatterSeriesOption } from 'echarts';
import type { BaselineKind } from '#shared/model/settings.ts';
import type { ChartTheme } from './chartTheme.ts';
import { seriesNames } from './liftLegend.ts';
import type { LiftRow } from './liftRows.ts';

const POINT_SIZE_PX = 10;
const LINE_WIDTH_PX = 2;
const CAP_HALF_PX = 4;
const ARROW_PX = 6;

/** Behind each segment, from minus to plus the smallest difference that would usually have been found. */
export function bandSeries(rows: readonly LiftRow[], factor: number, theme: ChartTheme): CustomSeriesOption {
	return {
		type: 'custom',
		name: seriesNames.band,
		itemStyle: { color: theme.band },
		legendHoverLink: false,
		clip: true,
		z: 1,
		silent: true,
		encode: { x: [], y: 0 },
		data: rows.map((row, index) => [index, (row.detectable ?? Number.NaN) * factor]),
		renderItem: (params, api): CustomSeriesRenderItemReturn => {
			const half = Number(api.value(1));
			if (!Number.isFinite(half)) {
				return null;
			}
			const { left, right } = frame(params.coordSys);
			const low = clamp(api.coord([-half, api.value(0)])[0] ?? left, left, right);
			const [high = right, y = 0] = api.coord([half, api.value(0)]);
			const height = bandHeight(api.size?.([0, 1])) * 0.62;
			return {
				type: 'rect',
				shape: { x: low, y: y - height / 2, width: clamp(high, left, right) - low, height },
				style: { fill: theme.band },
			};
		},
	};
}

/** A whisker from low to high. A bound that is missing, or off the axis, runs to the edge and ends in an arrow. */
export function intervalSeries(rows: readonly LiftRow[], factor: number, theme: ChartTheme): CustomSeriesOption {
	return {
		type: 'custom',
		name: seriesNames.interval(rows),
		itemStyle: { color: theme.muted },
		legendHoverLink: false,
		clip: true,
		z: 2,
		silent: true,
		encode: { x: [], y: 0 },
		data: rows.map((row, index) => [index, bound(row, 'low', factor), bound(row, 'high', factor)]),
		renderItem: (params, api): CustomSeriesRenderItemReturn => {
			const row = rows[params.dataIndex];
			if (!row?.estimate || (row.estimate.low === null && row.estimate.high === null)) {
				return null;
			}
			const { left, right } = frame(params.coordSys);
			const y = api.coord([0, api.value(0)])[1] ?? 0;
			const stroke = theme.segmentColor(row.segment);
			const from = end(Number(api.value(1)), left);
			const to = end(Number(api.value(2)), right);
			return {
				type: 'group',
				children: [
					line(from.x, y, to.x, y, stroke),
					...(from.isOpen
						? arrow(from.x, y, 1, stroke)
						: [line(from.x, y - CAP_HALF_PX, from.x, y + CAP_HALF_PX, stroke)]),
					...(to.isOpen ? arrow(to.x, y, -1, stroke) : [line(to.x, y - CAP_HALF_PX, to.x, y + CAP_HALF_PX, stroke)]),
				],
			};

			function end(value: number, edge: number): { x: number; isOpen: boolean } {
				const x = Number.isFinite(value) ? (api.coord([value, 0])[0] ?? edge) : edge;
				const isOpen = !Number.isFinite(value) || x < left || x > right;
				return { x: isOpen ? edge : x, isOpen };
			}
		},
	};
}

/** On the value scale each segment has its own baseline: a short upright mark in its row. */
export function baselineTickSeries(
	rows: readonly LiftRow[],
	factor: number,
	theme: ChartTheme,
	baseline: BaselineKind,
): CustomSeriesOption {
	return {
		type: 'custom',
		name: seriesNames.baseline(baseline),
		itemStyle: { color: theme.foreground },
		legendHoverLink: false,
		clip: true,
		z: 3,
		silent: true,
		encode: { x: [], y: 0 },
		data: rows.map((row, index) => [index, (row.record.baseline?.value ?? Number.NaN) * factor]),
		renderItem: (_params, api): CustomSeriesRenderItemReturn => {
			const [x, y] = api.coord([api.value(1), api.value(0)]);
			const half = bandHeight(api.size?.([0, 1])) * 0.3;
			return x === undefined || y === undefined || !Number.isFinite(x)
				? null
				: line(x, y - half, x, y + half, theme.foreground);
		},
	};
}

/** Two series, so that the legend can say what filled and hollow mean. The first carries the line at zero. */
export function pointSeries(
	rows: readonly LiftRow[],
	factor: number,
	theme: ChartTheme,
	baselineLabel: string | null,
): ScatterSeriesOption[] {
	const points = (isFilled: boolean): ScatterSeriesOption['data'] =>
		rows.flatMap((row, index) =>
			row.estimate === null || (row.record.isSignificant === true) !== isFilled
				? []
				: [
						{
							value: [row.estimate.value * factor, index],
							itemStyle: pointStyle(theme.segmentColor(row.segment), isFilled),
						},
					],
		);
	const pointStyle = (color: string, isFilled: boolean): ScatterSeriesOption['itemStyle'] => ({
		color: isFilled ? color : theme.background,
		borderColor: color,
		borderWidth: LINE_WIDTH_PX,
		opacity: 1,
	});
	const common = { type: 'scatter' as const, symbol: 'circle', symbolSize: POINT_SIZE_PX, z: 5, clip: true };
	return [
		{
			...common,
			name: seriesNames.filled,
			itemStyle: pointStyle(theme.muted, true),
			data: points(true),
			...(baselineLabel === null
				? {}
				: {
						markLine: {
							silent: true,
							symbol: 'none',
							animation: false,
							lineStyle: { color: theme.foreground, type: 'solid', width: 1 },
							label: { formatter: baselineLabel, color: theme.foreground, position: 'start' },
							data: [{ xAxis: 0 }],
						},
					}),
		},
		{ ...common, name: seriesNames.hollow, itemStyle: pointStyle(theme.muted, false), data: points(false) },
	];
}

function bound(row: LiftRow, side: 'low' | 'high', factor: number): number {
	return (row.estimate?.[side] ?? Number.NaN) * factor;
}

function bandHeight(size: number | number[] | undefined): number {
	return (Array.isArray(size) ? size[1] : size) ?? 20;
}

function frame(coordinates: object): { left: number; right: number } {
	const x = 'x' in coordinates && typeof coordinates.x === 'number' ? coordinates.x : 0;
	const width = 'width' in coordinates && typeof coordinates.width === 'number' ? coordinates.width : 0;
	return { left: x, right: x + width };
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(high, Math.max(low, value));
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string) {
	return { type: 'line' as const, shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: LINE_WIDTH_PX } };
}

function arrow(x: number, y: number, inward: 1 | -1, stroke: string) {
	const back = x + inward * ARROW_PX;
	return [line(x, y, back, y - CAP_HALF_PX, stroke), line(x, y, back, y + CAP_HALF_PX, stroke)];
}
