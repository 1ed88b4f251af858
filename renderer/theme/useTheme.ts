import { createContext, useContext, useSyncExternalStore } from 'react';
import { useSession } from '../engine/EngineContext.ts';
import { Store } from '../engine/Store.ts';
import { useStore } from '../engine/useStore.ts';
import type { SegmentDefinition } from '#shared/model/segmentation.ts';
import { segmentColors, type Ground } from '#shared/charts/segmentColor.ts';
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

type ColorOf = (segmentId: string | null) => string;

/** Maps segment ids of the draft to their colours; the remainder and unknown ids are grey. Renders again when a colour changes. */
export function useSegmentColor(): ColorOf {
	const ground = isDark(useTheme()) ? 'dark' : 'light';
	const { state } = useSession().draft;
	return useSyncExternalStore(state.subscribe, () => colorsOn(ground, state.get().segments));
}

interface GivenColors {
	readonly segments: readonly SegmentDefinition[];
	/** Whatever the colours depend on. */
	readonly key: string;
	readonly colorOf: ColorOf;
}

/** The colours that were last asked for: the same function as long as they stay, since rules are edited far more often. */
const given = new Map<Ground, GivenColors>();

function colorsOn(ground: Ground, segments: readonly SegmentDefinition[]): ColorOf {
	const last = given.get(ground);
	if (last?.segments === segments) {
		return last.colorOf;
	}
	const key = JSON.stringify(segments.map(({ id, color }) => [id, color]));
	const colorOf = last?.key === key ? last.colorOf : segmentColors(segments, ground);
	given.set(ground, { segments, key, colorOf });
	return colorOf;
}
