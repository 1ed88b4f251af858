import * as echarts from 'echarts';
import { expect, test } from 'vitest';
import type { ChartTheme } from '#shared/charts/chartTheme.ts';
import { quantityOf } from '#shared/charts/formatQuantity.ts';
import { liftChartHeightPx, liftChartOption } from '#shared/charts/liftChartOption.ts';
import { liftRows } from '#shared/charts/liftRows.ts';
import type { LiftScale } from '#shared/charts/liftScale.ts';
import { findMetric } from '#shared/metrics/findMetric.ts';
import { analysisFixture } from '../../support/analysisFixture.ts';

const theme: ChartTheme = {
	foreground: '#111111',
	muted: '#666666',
	line: '#dddddd',
	background: '#ffffff',
	band: '#eeeeee',
	tooltipBackground: '#ffffff',
	tooltipBorder: '#cccccc',
	fontFamily: 'sans-serif',
	segmentColor: (id) => ({ champions: '#aa0000', loyal: '#00aa00' })[id] ?? '#0000aa',
};

/** The chart as the report draws it: echarts on the server, SVG. */
function draw(metric: string, scale: LiftScale, widthPx: number): string {
	const rows = liftRows(analysisFixture, metric, scale);
	const facts = findMetric(metric)!;
	const option = liftChartOption({
		rows,
		metricLabel: facts.label,
		quantity: quantityOf(facts, scale, 'EUR'),
		baseline: 'rest',
		description: 'What it shows',
		theme,
	});
	const chart = echarts.init(null, null, {
		renderer: 'svg',
		ssr: true,
		width: widthPx,
		height: liftChartHeightPx(rows.length),
	});
	chart.setOption(option);
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}

function textsOf(svg: string): readonly string[] {
	return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) =>
		(text ?? '').replaceAll(/&nbsp;|\u00a0/g, ' '),
	);
}

test('every segment stands in the chart with its figure, and the baseline is named', () => {
	const texts = textsOf(draw('M30', 'difference', 900));
	expect(texts).toEqual(expect.arrayContaining(['Champions', 'Loyal customers', '+5.2 pp', '-2.7 pp', 'the rest']));
	expect(texts).toContain('Conversion rate: difference from the rest, percentage points');
});

test('a long name is cut, never wrapped or run into the chart', () => {
	const name = textsOf(draw('M30', 'difference', 900)).find((text) => text.startsWith('At risk'));
	expect(name).toMatch(/^At risk: frequent.*\.\.\.$/);
	expect(textsOf(draw('M30', 'difference', 380)).find((text) => text.startsWith('At risk'))?.length).toBeLessThan(
		name?.length ?? 0,
	);
});

test('a segment with too few people shows words instead of a percentage', () => {
	expect(textsOf(draw('M30', 'difference', 900))).toContain('too few');
	expect(textsOf(draw('M06', 'value', 900))).toContain('€1,913.96');
});

test('filled points stand for differences beyond chance, hollow ones for what could be chance', () => {
	const svg = draw('M30', 'difference', 900);
	const filled = svg.match(/fill="#(?:aa0000|00aa00|0000aa)"/g) ?? [];
	const rows = liftRows(analysisFixture, 'M30', 'difference').filter((row) => row.estimate !== null);
	expect(filled.length).toBe(rows.filter((row) => row.record.isSignificant).length);
	expect(rows.some((row) => !row.record.isSignificant)).toBe(true);
});

test('no two texts of the chart overlap at the widths that are used', () => {
	for (const widthPx of [1040, 700, 400, 310]) {
		for (const [metric, scale] of [
			['M30', 'difference'],
			['M31', 'value'],
			['M06', 'lift'],
		] as const) {
			expect({ widthPx, metric, overlaps: overlaps(draw(metric, scale, widthPx)) }).toEqual({
				widthPx,
				metric,
				overlaps: [],
			});
		}
	}
});

/** Pairs of texts whose boxes cross. Widths are estimated at 0.5 em per character, which is on the narrow side. */
function overlaps(svg: string): readonly string[] {
	const boxes = [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].flatMap(([, attributes = '', text = '']) => {
		const at = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes);
		const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
		const size = Number(/font-size:(\d+)px/.exec(attributes)?.[1] ?? 12);
		if (!at) {
			return [];
		}
		const width = text.replaceAll('&nbsp;', ' ').length * size * 0.5;
		const x = Number(at[1]) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
		return [{ text, left: x, right: x + width, top: Number(at[2]) - size / 2, bottom: Number(at[2]) + size / 2 }];
	});
	expect(boxes.length).toBeGreaterThan(12);
	return boxes.flatMap((first, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(second) =>
					first.left < second.right &&
					second.left < first.right &&
					first.top + 2 < second.bottom &&
					second.top + 2 < first.bottom,
			)
			.map((second) => `${first.text} / ${second.text}`),
	);
}
