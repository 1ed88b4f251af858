import type { Cut, OrderedField } from './OrderedField.ts';

/** The groups `first` to `last` between cuts in few signs, for names and tables: `≤ 38`, `39–111`, `> 44.02 to 103.93`, `≥ 593`. */
export function rangeWords(field: OrderedField, cuts: readonly Cut[], first: number, last: number): string {
	const plain = (cut: Cut) => cut.text.replace(/^(date )?'(.*)'$/, '$2');
	const below = first === 0 ? null : cuts[first - 1]!;
	const upTo = last === cuts.length ? null : cuts[last]!;
	if (below === null) {
		return upTo === null ? 'any' : `≤ ${plain(upTo)}`;
	}
	if (!field.hasPlainSteps || field.column.kind !== 'number') {
		return upTo === null ? `> ${plain(below)}` : `> ${plain(below)} to ${plain(upTo)}`;
	}
	const low = Math.floor(below.stored) + 1;
	const high = upTo === null ? null : Math.floor(upTo.stored);
	return high === null ? `≥ ${low}` : low === high ? String(low) : `${low}–${high}`;
}
