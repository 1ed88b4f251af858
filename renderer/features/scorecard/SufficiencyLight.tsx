import type { NumberRecord } from '#shared/model/numberRecord.ts';

type Sufficiency = NumberRecord['sufficiency'];

export const sufficiencyWords: Readonly<Record<Sufficiency, string>> = {
	enough: 'Enough data',
	thin: 'Thin data',
	'too-few': 'Too few to judge',
};

/** Full circle, half circle, empty circle with a cross: the shape says it, the colour only repeats it. */
export function SufficiencyLight({ sufficiency }: { readonly sufficiency: Sufficiency }) {
	return <span className={`light light-${sufficiency}`} aria-hidden="true" />;
}
