import { createContext, useContext, useMemo } from 'react';
import { Store } from '../engine/Store.ts';
import { useDraft } from '../engine/useDraft.ts';
import { useStore } from '../engine/useStore.ts';
import { segmentColors } from '#shared/charts/segmentColor.ts';
import { isDark, type ThemeKind } from './ThemeKind.ts';

export const ThemeContext = createContext<Store<ThemeKind>>(new Store<ThemeKind>('dark'));

/** The theme on the screen; renders again when it changes. */
export function useTheme(): ThemeKind {
	return useStore(useContext(ThemeContext));
}

/** The literal value of a colour variable, for canvas drawing, e.g. `themeToken('--vscode-foreground')`. */
export function themeToken(name: `--vscode-${string}` | `--tranche-${string}`): string {
	return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Maps segment ids of the draft to their colours; the remainder and unknown ids are grey. */
export function useSegmentColor(): (segmentId: string | null) => string {
	const ground = isDark(useTheme()) ? 'dark' : 'light';
	const { segments } = useDraft();
	return useMemo(() => segmentColors(segments, ground), [segments, ground]);
}
