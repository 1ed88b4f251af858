import { printField, printText } from '../printRule.ts';
import type { ProofWitness } from './segmentationProof.ts';

/** `order_count = 7, country is null`. */
export function witnessText({ values }: Pick<ProofWitness, 'values'>): string {
	return values
		.map(({ field, value }) =>
			value === null
				? `${printField(field)} is null`
				: `${printField(field)} = ${typeof value === 'string' ? printText(value) : String(value)}`,
		)
		.join(', ');
}
