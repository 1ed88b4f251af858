import type { NumberRecord, NumberWarning } from '#shared/model/numberRecord.ts';
import type { GroupSize } from '../stats/sufficiency.ts';
import type { Contrast } from './Contrast.ts';

/** A figure before the correction for multiple comparisons, which decides the level of its intervals. */
export interface Draft {
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly n: number;
	readonly interval: NumberRecord['interval'];
	readonly baseline: NumberRecord['baseline'];
	readonly contrast: Contrast | null;
	readonly arms: NumberRecord['arms'];
	/** Groups that the figure rests on. */
	readonly sizes: readonly GroupSize[];
	readonly method: string;
	readonly reason: string | null;
	readonly warnings: readonly NumberWarning[];
}

const nothing = {
	value: null,
	numerator: null,
	denominator: null,
	n: 0,
	interval: null,
	baseline: null,
	contrast: null,
	arms: null,
	sizes: [],
	reason: null,
	warnings: [],
} as const;

/** A draft with only the given parts. */
export function draft(parts: Partial<Draft> & Pick<Draft, 'method'>): Draft {
	return { ...nothing, ...parts };
}
