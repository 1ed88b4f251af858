import { ANY, FALSE, TRUE, UNKNOWN } from '../Cell.ts';
import type { CellGroups } from '../CellBook.ts';
import type { ProofField } from '../ProofField.ts';
import type { Slots } from '../Slots.ts';
import type { Atom } from '../Variable.ts';
import { textSamples } from './textSamples.ts';

/** The kinds of texts that conditions tell apart; of a field with known labels, the labels. */
export function textCells(field: ProofField, atoms: readonly Atom[], slots: Slots, cells: CellGroups): void {
	if (field.labels) {
		for (const label of field.labels) {
			cells.add([label], null, true);
		}
		return;
	}
	const { texts, isOpen, pinned } = textSamples(atoms, slots);
	for (const text of field.known) {
		cells.add([text], null, false);
	}
	for (const text of texts) {
		cells.add([text], null, !isOpen && pinned.has(text));
	}
	if (isOpen) {
		cells.addUnseen(Uint8Array.from(atoms, unseenTruths));
	}
}

/** What a condition can be for texts that no condition names: of these nothing more is known. */
function unseenTruths({ typed }: Atom): number {
	if (typed.kind === 'is-null') {
		return FALSE;
	}
	const isListing = typed.kind === 'in' && typed.operand.kind === 'field';
	const isPlain = typed.kind === 'comparison' && (typed.left.kind === 'field' || typed.right.kind === 'field');
	const operator = isPlain ? typed.operator : isListing ? '=' : null;
	return operator === '=' ? FALSE : operator === '!=' ? TRUE : ANY & ~UNKNOWN;
}
