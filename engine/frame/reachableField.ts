import type { BooleanColumn, Column } from '../columns/Column.ts';
import { bitAt } from './bitmap.ts';
import { booleanColumn } from './frameColumns.ts';
import { sharedBytes } from './sharedArrays.ts';

/** What the customers table says about how its customers may be written to. */
export interface ReachColumns {
	/** Consent to each channel; empty where none is mapped. */
	readonly consents: readonly Column[];
	/** Addresses, or that everybody has one. */
	readonly email: Column | 'everybody' | null;
}

/** Words for consent in exports of shops and mail tools; anything else is none, so that nobody is written to by mistake. */
const CONSENT = new Set(
	(
		'yes y true t 1 ja j oui o sí si s subscribed single_opt_in double_opt_in opted_in opt_in optin confirmed_opt_in ' +
		'confirmed granted given active consented accepted allowed erteilt angemeldet abonné abonnée inscrit suscrito'
	).split(' '),
);

/**
 * Whether a customer agreed to at least one channel; without any column of consent, whether an address is known. A missing value is
 * no consent. Null where the data says neither.
 */
export function reachableField({ consents, email }: ReachColumns, rows: number): BooleanColumn | null {
	const reachable = sharedBytes(rows);
	if (consents.length > 0) {
		for (const column of consents) {
			const isGiven = consentOf(column);
			for (let row = 0; row < rows; row++) {
				if (isGiven(row) && !isNull(column, row)) {
					reachable[row] = 1;
				}
			}
		}
		return booleanColumn(reachable);
	}
	if (email === null) {
		return null;
	}
	for (let row = 0; row < rows; row++) {
		reachable[row] = email !== 'everybody' && isNull(email, row) ? 0 : 1;
	}
	return booleanColumn(reachable);
}

/** Numbers and flags above 0, words for yes, and the date on which consent was given. */
function consentOf(column: Column): (row: number) => boolean {
	switch (column.kind) {
		case 'boolean':
		case 'number':
			return (row) => column.values[row]! > 0;
		case 'category': {
			const given = column.labels.map(isConsent);
			return (row) => given[column.codes[row]!]!;
		}
		case 'text': {
			const decoder = new TextDecoder();
			return (row) => isConsent(decoder.decode(column.bytes.slice(column.offsets[row], column.offsets[row + 1])));
		}
		case 'date':
		case 'timestamp':
			return () => true;
	}
}

function isConsent(text: string): boolean {
	return CONSENT.has(
		text
			.trim()
			.toLowerCase()
			.replaceAll(/[\s_-]+/g, '_'),
	);
}

function isNull({ nulls }: Column, row: number): boolean {
	return nulls !== null && bitAt(nulls, row);
}
