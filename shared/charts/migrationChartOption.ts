import type { EChartsOption } from 'echarts';
import type { NumberFormat } from '../metrics/formatNumber.ts';
import type { SegmentMigration } from '../model/segmentMigration.ts';
import type { ChartTheme } from './chartTheme.ts';
import { escapeHtml } from './escapeHtml.ts';
import { measured, measureText, type MigrationMeasure } from './migrationMeasure.ts';

export interface MigrationChartInput {
	readonly migration: SegmentMigration;
	readonly measure: MigrationMeasure;
	/** Positions of the places that are shown. */
	readonly shown: readonly number[];
	readonly format: NumberFormat;
	readonly description: string;
	readonly theme: ChartTheme;
}

const ROW_PX = 40;
const NAME_WIDTH_PX = 150;

export function migrationChartHeightPx(shown: readonly number[]): number {
	return Math.max(260, 60 + shown.length * ROW_PX);
}

/** A Sankey diagram: places at the earlier date on the left, at the later one on the right. Bands need an amount above 0. */
export function migrationChartOption(input: MigrationChartInput): EChartsOption {
	const { migration, measure, shown, format, theme } = input;
	const isShown = new Set(shown);
	const bands = migration.flows.flatMap((flow) => {
		const value = measured(flow, measure) ?? 0;
		return value > 0 && isShown.has(flow.from) && isShown.has(flow.to) ? [{ ...flow, value }] : [];
	});
	const nameOf = (place: number) => migration.places[place]?.name ?? '';
	const colorOf = (place: number) => theme.segmentColor(migration.places[place]?.id ?? '');
	const nodes = (side: 'from' | 'to', depth: number) =>
		shown
			.filter((place) => bands.some((band) => band[side] === place))
			.map((place) => ({
				name: `${side} ${place}`,
				depth,
				itemStyle: { color: colorOf(place), borderWidth: 0 },
				label: { position: depth === 0 ? ('left' as const) : ('right' as const), formatter: nameOf(place) },
			}));
	const title = { fontSize: 12, fontWeight: 600 as const, color: theme.muted };
	return {
		backgroundColor: 'transparent',
		animation: false,
		textStyle: { fontFamily: theme.fontFamily, color: theme.foreground },
		aria: { enabled: true, label: { description: input.description } },
		title: [
			{ text: migration.from, left: 0, top: 0, padding: 0, textStyle: title },
			{ text: migration.to, right: 0, top: 0, padding: 0, textStyle: title },
		],
		tooltip: {
			trigger: 'item',
			confine: true,
			backgroundColor: theme.tooltipBackground,
			borderColor: theme.tooltipBorder,
			textStyle: { color: theme.foreground, fontSize: 12 },
			formatter: (params) => {
				const band = bands[bandIndex(params)];
				return band
					? `${escapeHtml(nameOf(band.from))} → ${escapeHtml(nameOf(band.to))}<br>${escapeHtml(measureText(band.value, measure, format))}`
					: '';
			},
		},
		series: [
			{
				type: 'sankey',
				left: NAME_WIDTH_PX + 12,
				right: NAME_WIDTH_PX + 12,
				top: 24,
				bottom: 8,
				nodeWidth: 12,
				nodeGap: 10,
				draggable: false,
				// Places keep the order of the rules on both sides.
				layoutIterations: 0,
				label: { color: theme.foreground, fontSize: 12, width: NAME_WIDTH_PX, overflow: 'truncate' },
				lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
				emphasis: { focus: 'adjacency' },
				data: [...nodes('from', 0), ...nodes('to', 1)],
				links: bands.map(({ from, to, value }) => ({ source: `from ${from}`, target: `to ${to}`, value })),
			},
		],
	};
}

/** The band under the pointer; -1 for a node. */
function bandIndex(params: unknown): number {
	const item: unknown = Array.isArray(params) ? params[0] : params;
	return typeof item === 'object' &&
		item !== null &&
		'dataType' in item &&
		item.dataType === 'edge' &&
		'dataIndex' in item &&
		typeof item.dataIndex === 'number'
		? item.dataIndex
		: -1;
}
