import type { EChartsOption } from 'echarts';
import type { BaselineKind } from '#shared/model/settings.ts';
import { baselineName } from './baselineWords.ts';
import type { ChartTheme } from './chartTheme.ts';
import { formatQuantity, formatTick, type Quantity, quantityKind } from './formatQuantity.ts';
import { liftExtent } from './liftExtent.ts';
import type { LiftRow } from './liftRows.ts';
import type { LiftScale } from './liftScale.ts';
import { legendEntries } from './liftLegend.ts';
import { bandSeries, baselineTickSeries, intervalSeries, pointSeries } from './liftSeries.ts';
import { liftTooltip } from './liftTooltip.ts';

export interface LiftChartInput {
	readonly rows: readonly LiftRow[];
	readonly metricLabel: string;
	readonly quantity: Quantity;
	readonly baseline: BaselineKind;
	/** What a screen reader says in place of the drawing. */
	readonly description: string;
	readonly theme: ChartTheme;
}

const LABEL_WIDTH_PX = 150;
const NARROW_PX = 480;
const NARROW_LABEL_WIDTH_PX = 86;
const FIGURE_WIDTH_PX = 84;
const ROW_HEIGHT_PX = 34;
const CHROME_HEIGHT_PX = 128;

/** Height that gives every segment a readable row. */
export function liftChartHeightPx(rows: number): number {
	return CHROME_HEIGHT_PX + Math.max(rows, 2) * ROW_HEIGHT_PX;
}

/**
 * Segments from top to bottom in the order of the rows: a point with its interval, filled where the adjusted test
 * tells it from the baseline, hollow where it could be chance; behind it the band of differences too small to be found.
 */
export function liftChartOption(input: LiftChartInput): EChartsOption {
	const { rows, metricLabel, quantity, baseline, theme } = input;
	const { scale } = quantity;
	const isPlainValue = scale === 'value' && !quantity.isComparison;
	const kind = quantityKind(quantity);
	const factor = kind === 'percent' || kind === 'points' ? 100 : 1;
	const axis = liftExtent(rows, scale, factor);
	const category = {
		type: 'category' as const,
		inverse: true,
		axisTick: { show: false },
		axisLine: { show: false },
	};
	return {
		backgroundColor: 'transparent',
		animation: false,
		textStyle: { fontFamily: theme.fontFamily, color: theme.foreground },
		title: {
			text: liftChartTitle(metricLabel, quantity, baseline),
			left: 0,
			top: 2,
			padding: 0,
			textStyle: { fontSize: 13, fontWeight: 600, color: theme.foreground },
		},
		aria: { enabled: true, label: { description: input.description } },
		grid: {
			left: LABEL_WIDTH_PX + 14,
			right: FIGURE_WIDTH_PX + 12,
			top: 54,
			bottom: 74,
			outerBoundsMode: 'none',
		},
		legend: {
			bottom: 0,
			left: 0,
			padding: 0,
			itemWidth: 14,
			itemHeight: 10,
			itemGap: 18,
			selectedMode: false,
			data: legendEntries(rows, scale, isPlainValue ? baseline : null),
			textStyle: { color: theme.muted, fontSize: 12 },
		},
		tooltip: {
			trigger: 'axis',
			axisPointer: { type: 'shadow', shadowStyle: { color: theme.band, opacity: 0.5 } },
			confine: true,
			backgroundColor: theme.tooltipBackground,
			borderColor: theme.tooltipBorder,
			textStyle: { color: theme.foreground, fontSize: 12 },
			formatter: (params) => liftTooltip(rows[rowIndex(params)], quantity, baseline),
		},
		xAxis: {
			type: 'value',
			min: axis.min,
			max: axis.max,
			interval: axis.step,
			axisLabel: {
				color: theme.muted,
				hideOverlap: true,
				formatter: (shown: number) => formatTick(shown, quantity, axis.digits),
			},
			splitLine: { lineStyle: { color: theme.line } },
			axisLine: { show: false },
		},
		yAxis: [
			{
				...category,
				data: rows.map((row) => row.name),
				axisLabel: {
					color: theme.foreground,
					width: LABEL_WIDTH_PX,
					overflow: 'truncate',
					interval: 0,
				},
			},
			{
				...category,
				position: 'right',
				data: rows.map((row) => figureLabel(row, quantity)),
				axisLabel: { color: theme.foreground, width: FIGURE_WIDTH_PX, overflow: 'truncate', interval: 0 },
			},
		],
		series: [
			...(scale === 'value' ? [] : [bandSeries(rows, factor, theme)]),
			intervalSeries(rows, factor, theme),
			...(isPlainValue ? [baselineTickSeries(rows, factor, theme, baseline)] : []),
			...pointSeries(rows, factor, theme, isPlainValue ? null : zeroLabel(scale, baseline)),
		],
		media: [
			{
				query: { maxWidth: NARROW_PX },
				option: {
					title: { textStyle: { fontSize: 12, width: 300, overflow: 'truncate' } },
					// Room for a legend of three lines.
					grid: { left: NARROW_LABEL_WIDTH_PX + 14, right: FIGURE_WIDTH_PX - 8, bottom: 110 },
					legend: { itemGap: 8 },
					yAxis: [{ axisLabel: { width: NARROW_LABEL_WIDTH_PX } }, {}],
				},
			},
		],
	};
}

export function liftChartTitle(metricLabel: string, { scale, unit }: Quantity, baseline: BaselineKind): string {
	switch (scale) {
		case 'value':
			return metricLabel;
		case 'lift':
			return `${metricLabel}: relative to ${baselineName(baseline)}`;
		case 'difference':
			return `${metricLabel}: difference from ${baselineName(baseline)}${unit === 'share' ? ', percentage points' : ''}`;
	}
}

/** What zero on the axis stands for. */
function zeroLabel(scale: LiftScale, baseline: BaselineKind): string {
	return scale === 'value' ? 'no effect' : baselineName(baseline);
}

function figureLabel(row: LiftRow, quantity: Quantity): string {
	return row.estimate === null
		? row.record.value === null
			? 'no figure'
			: 'too few'
		: formatQuantity(row.estimate.value, quantity);
}

function rowIndex(params: unknown): number {
	const first: unknown = Array.isArray(params) ? params[0] : params;
	return typeof first === 'object' && first !== null && 'dataIndex' in first && typeof first.dataIndex === 'number'
		? first.dataIndex
		: -1;
}
