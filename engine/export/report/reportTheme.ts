import type { ChartTheme } from '#shared/charts/chartTheme.ts';
import { segmentColors } from '#shared/charts/segmentColor.ts';
import type { Segmentation } from '#shared/model/segmentation.ts';

/** The charts of the report on white paper; segments have the colours they have in the app. */
export function reportTheme({ segments }: Segmentation): ChartTheme {
	return {
		foreground: '#1f2328',
		muted: '#57606a',
		line: '#d8dee4',
		background: '#ffffff',
		band: '#eaeef2',
		tooltipBackground: '#ffffff',
		tooltipBorder: '#d8dee4',
		fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
		segmentColor: segmentColors(segments, 'light'),
	};
}
