import type { EChartsOption } from 'echarts';
import type { GainsPoint } from '#shared/metrics/gainsCurve.ts';
import type { ChartTheme } from './chartTheme.ts';
import { escapeHtml } from './escapeHtml.ts';
import { niceScale } from './niceScale.ts';

export interface GainsChartInput {
	readonly points: readonly GainsPoint[];
	readonly nameOf: (segmentId: string) => string;
	/** What the vertical axis adds up: `conversions`, `revenue`. */
	readonly gainLabel: string;
	/** What the horizontal axis adds up: `customers`, `campaign rows`. */
	readonly shareLabel: string;
	readonly curve: 'gains' | 'lift';
	readonly description: string;
	readonly theme: ChartTheme;
}

export const GAINS_CHART_HEIGHT_PX = 360;
const NAME_WIDTH_PX = 150;
const LEGEND_WIDTH_PX = 200;
/** Below this width the names go under the curve, on one line that can be turned. */
const NARROW_PX = 560;
/** Series that come before those of the segments. */
const LINES = 2;

/**
 * Segments taken best first. `gains`: how much of the outcome they hold, against the diagonal of taking customers at
 * random. `lift`: how many times the average that is, against 1. Points carry their rank, which the legend explains.
 */
export function gainsChartOption(input: GainsChartInput): EChartsOption {
	const { points, nameOf, gainLabel, shareLabel, curve, theme } = input;
	const isGains = curve === 'gains';
	const entryName = (index: number) => `${index + 1}  ${nameOf(points[index]?.segment ?? '')}`;
	const yOf = (point: GainsPoint) => (isGains ? point.cumulativeGain * 100 : point.cumulativeLift);
	const places = points.map((point) => [point.cumulativeShare * 100, yOf(point)] as const);
	const start = isGains ? ([0, 0] as const) : ([0, places[0]?.[1] ?? 1] as const);
	const top = isGains ? { max: 100, step: 20 } : { ...niceScale(0, Math.max(1.2, ...places.map(([, y]) => y)), 6) };
	const axis = {
		type: 'value' as const,
		min: 0,
		nameLocation: 'middle' as const,
		nameTextStyle: { color: theme.muted },
		axisLine: { show: false },
		axisTick: { show: false },
		splitLine: { lineStyle: { color: theme.line } },
	};
	const percent = { color: theme.muted, formatter: (value: number) => `${value}\u00a0%` };
	return {
		backgroundColor: 'transparent',
		animation: false,
		textStyle: { fontFamily: theme.fontFamily, color: theme.foreground },
		aria: { enabled: true, label: { description: input.description } },
		title: {
			text: isGains ? `Share of ${gainLabel} held by the best segments` : `Lift of the best segments: ${gainLabel}`,
			left: 0,
			top: 2,
			padding: 0,
			textStyle: { fontSize: 13, fontWeight: 600, color: theme.foreground },
		},
		grid: { left: 72, right: LEGEND_WIDTH_PX, top: 44, bottom: 56, outerBoundsMode: 'none' },
		legend: {
			type: 'scroll',
			orient: 'vertical',
			top: 40,
			bottom: 40,
			right: 0,
			padding: 0,
			itemWidth: 18,
			selectedMode: false,
			textStyle: { color: theme.foreground, fontSize: 12, width: NAME_WIDTH_PX, overflow: 'truncate' },
			pageIconColor: theme.foreground,
			pageTextStyle: { color: theme.muted },
			data: [
				...points.map((_, index) => ({ name: entryName(index), icon: 'circle' })),
				{ name: BEST },
				{ name: RANDOM },
			],
		},
		tooltip: {
			trigger: 'item',
			confine: true,
			backgroundColor: theme.tooltipBackground,
			borderColor: theme.tooltipBorder,
			textStyle: { color: theme.foreground, fontSize: 12 },
			formatter: (params) => tooltip(points[seriesIndex(params) - LINES], nameOf, gainLabel, shareLabel),
		},
		xAxis: {
			...axis,
			max: 100,
			interval: 20,
			name: `Share of ${shareLabel}, best segments first`,
			nameGap: 30,
			axisLabel: percent,
		},
		yAxis: {
			...axis,
			max: top.max,
			interval: top.step,
			name: isGains ? `Share of ${gainLabel}` : 'Times the average',
			nameGap: 50,
			axisLabel: isGains ? percent : { color: theme.muted },
		},
		series: [
			{
				type: 'line',
				name: RANDOM,
				symbol: 'none',
				silent: true,
				lineStyle: { color: theme.muted, type: 'dashed', width: 1.5 },
				itemStyle: { color: theme.muted },
				data: isGains
					? [
							[0, 0],
							[100, 100],
						]
					: [
							[0, 1],
							[100, 1],
						],
			},
			{
				type: 'line',
				name: BEST,
				symbol: 'none',
				silent: true,
				lineStyle: { color: theme.foreground, width: 1.5 },
				itemStyle: { color: theme.foreground },
				data: [start, ...places].map((place) => [...place]),
			},
			...points.map((point, index) => ({
				type: 'scatter' as const,
				name: entryName(index),
				symbolSize: 10,
				z: 5,
				itemStyle: {
					color: theme.segmentColor(point.segment),
					borderColor: theme.background,
					borderWidth: 1,
					opacity: 1,
				},
				data: [[...(places[index] ?? [])]],
				label: {
					show: true,
					position: 'top' as const,
					distance: 4,
					color: theme.foreground,
					formatter: String(index + 1),
				},
				labelLayout: { hideOverlap: true },
			})),
		],
		media: [
			{
				query: { maxWidth: NARROW_PX },
				option: {
					title: { textStyle: { fontSize: 12, width: 300, overflow: 'break' } },
					grid: { right: 24, top: 58, bottom: 92 },
					legend: { orient: 'horizontal', left: 0, right: 0, top: 'auto', bottom: 0 },
				},
			},
		],
	};
}

const BEST = 'Best segments first';
const RANDOM = 'Taken at random';

function seriesIndex(params: unknown): number {
	const first: unknown = Array.isArray(params) ? params[0] : params;
	return typeof first === 'object' && first !== null && 'seriesIndex' in first && typeof first.seriesIndex === 'number'
		? first.seriesIndex
		: -1;
}

function tooltip(
	point: GainsPoint | undefined,
	nameOf: (segmentId: string) => string,
	gainLabel: string,
	shareLabel: string,
): string {
	if (!point) {
		return '';
	}
	const { cumulativeShare, cumulativeGain, cumulativeLift, share } = point;
	return [
		`<strong>${escapeHtml(nameOf(point.segment))}</strong>`,
		`${percentText(share)} of ${escapeHtml(shareLabel)}`,
		`Up to here: ${percentText(cumulativeShare)} hold ${percentText(cumulativeGain)} of ${escapeHtml(gainLabel)}`,
		`${cumulativeLift.toFixed(2)} times the average`,
	].join('<br>');
}

export function percentText(share: number): string {
	return `${(share * 100).toFixed(1)}\u00a0%`;
}
