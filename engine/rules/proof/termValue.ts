import { compileInstant } from '../row/compileInstant.ts';
import { compileNumber } from '../row/compileNumber.ts';
import { compileText } from '../row/compileText.ts';
import { compileTruth } from '../row/compileTruth.ts';
import { comparing } from './comparing.ts';
import type { ProofField, StoredValue } from './ProofField.ts';
import type { Slots } from './Slots.ts';
import type { Term } from './Variable.ts';

/** Computes a term from the values that the slots of its fields hold, in the units of the field that stands for it. */
export function termValue(term: Term, field: ProofField, slots: Slots): () => StoredValue {
	if (term.kind === 'order') {
		const isBelow = compileTruth(comparing('<', term.left, term.right), slots);
		const isEqual = compileTruth(comparing('=', term.left, term.right), slots);
		return () => (isEqual(0) === 2 ? null : isBelow(0) === 1 ? -1 : isEqual(0) === 1 ? 0 : 1);
	}
	const { typed } = term;
	switch (field.type) {
		case 'number': {
			const { at, scale } = compileNumber(typed, slots);
			return () => present(field.scale === null ? at(0) / 10 ** scale : at(0));
		}
		case 'date':
		case 'timestamp': {
			const at = compileInstant(typed, slots);
			return () => present(at(0));
		}
		case 'text': {
			const at = compileText(typed, slots);
			return () => at(0);
		}
		case 'boolean': {
			const at = compileTruth(typed, slots);
			return () => (at(0) === 2 ? null : at(0) === 1);
		}
	}
}

function present(value: number): number | null {
	return Number.isNaN(value) ? null : value;
}
