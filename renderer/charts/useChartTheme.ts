import { useMemo } from 'react';
import type { ChartTheme } from '#shared/charts/chartTheme.ts';
import { themeToken, useSegmentColor, useTheme } from '../theme/useTheme.ts';

/** The colours and the font of the workbench, read from its variables whenever the theme changes. */
export function useChartTheme(): ChartTheme {
	const kind = useTheme();
	const segmentColor = useSegmentColor();
	return useMemo(
		() => ({
			foreground: themeToken('--vscode-foreground'),
			muted: themeToken('--vscode-descriptionForeground'),
			line: themeToken('--vscode-editorGroup-border'),
			background: themeToken('--vscode-editor-background'),
			band: kind.endsWith('light') ? '#00000012' : '#ffffff17',
			tooltipBackground: themeToken('--vscode-editorWidget-background'),
			tooltipBorder: themeToken('--vscode-widget-border'),
			fontFamily: themeToken('--vscode-font-family'),
			segmentColor,
		}),
		[kind, segmentColor],
	);
}
