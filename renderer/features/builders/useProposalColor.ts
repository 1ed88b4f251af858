import { useCallback } from 'react';
import { remainderColor, segmentColor } from '#shared/charts/segmentColor.ts';
import { isDark } from '../../theme/ThemeKind.ts';
import { useTheme } from '../../theme/useTheme.ts';

/** The colour that a proposed segment will have once it is used, by its place; null is the remainder. */
export function useProposalColor(): (position: number | null) => string {
	const ground = isDark(useTheme()) ? 'dark' : 'light';
	return useCallback(
		(position) => (position === null ? remainderColor(ground) : segmentColor(position, ground)),
		[ground],
	);
}
