import type { NumberRecord } from '#shared/model/numberRecord.ts';

type Sufficiency = NumberRecord['sufficiency'];

export const sufficiencyWords: Readonly<Record<Sufficiency, string>> = {
	enough: 'Enough data',
	thin: 'Thin data',
	'too-few': 'Too few to judge',
};

/** Full circle, half circle, empty circle with a cross: the shape says it, the colour only repeats it. */
export function SufficiencyLight({ sufficiency }: { readonly sufficiency: Sufficiency }) {
	return (
		<svg className={`light light-${sufficiency}`} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
			<circle cx="5" cy="5" r="4" className={sufficiency === 'enough' ? 'light-fill' : 'light-ring'} />
			{sufficiency === 'thin' && <path d="M5 1 A4 4 0 0 0 5 9 Z" className="light-fill" />}
			{sufficiency === 'too-few' && <path d="M3 3 L7 7 M7 3 L3 7" className="light-ring" />}
		</svg>
	);
}
