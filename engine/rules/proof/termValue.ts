import type { Truth } from '../block/BlockReader.ts';
import { comparing } from './comparing.ts';
import type { ProofField, StoredValue } from './ProofField.ts';
import { slotInstant, slotNumber, slotText, slotTruth } from './slotPrograms.ts';
import type { Slots } from './Slots.ts';
import type { Term } from './Variable.ts';

/** Computes a term from the values that the slots of its fields hold, in the units of the field that stands for it. */
export function termValue(term: Term, field: ProofField, slots: Slots): () => StoredValue {
	if (term.kind === 'order') {
		const isBelow = slotTruth(comparing('<', term.left, term.right), slots);
		const isEqual = slotTruth(comparing('=', term.left, term.right), slots);
		return () => (isEqual() === 2 ? null : isBelow() === 1 ? -1 : isEqual() === 1 ? 0 : 1);
	}
	const { typed } = term;
	switch (field.type) {
		case 'number': {
			const { value, scale } = slotNumber(typed, slots);
			return () => present(field.scale === null ? value() / 10 ** scale : value());
		}
		case 'date':
		case 'timestamp': {
			const value = slotInstant(typed, slots);
			return () => present(value());
		}
		case 'text':
			return slotText(typed, slots);
		case 'boolean': {
			const truth = slotTruth(typed, slots);
			return () => asStored(truth());
		}
	}
}

function asStored(truth: Truth): boolean | null {
	return truth === 2 ? null : truth === 1;
}

function present(value: number): number | null {
	return Number.isNaN(value) ? null : value;
}
