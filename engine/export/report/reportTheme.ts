import type { Analysis } from '#shared/model/analysis.ts';
import type { ChartTheme } from '#shared/charts/chartTheme.ts';
import { remainderColor, segmentColor } from '#shared/charts/segmentColor.ts';

/** The charts of the report on white paper; segments have the colours they have in the app. */
export function reportTheme(analysis: Analysis): ChartTheme {
	const colors = new Map(
		analysis.segments.map((segment, position) => [
			segment.id,
			segment.isRemainder ? remainderColor('light') : segmentColor(position, 'light'),
		]),
	);
	return {
		foreground: '#1f2328',
		muted: '#57606a',
		line: '#d8dee4',
		background: '#ffffff',
		band: '#eaeef2',
		tooltipBackground: '#ffffff',
		tooltipBorder: '#d8dee4',
		fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
		segmentColor: (id) => colors.get(id) ?? remainderColor('light'),
	};
}
