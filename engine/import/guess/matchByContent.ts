import type { FieldGuess } from '#shared/model/mappingGuess.ts';
import type { RoleField, TableRole } from '#shared/model/tableRole.ts';
import { emailShare, filledValues, isUnique } from './columnContent.ts';
import type { GuessColumn } from './GuessColumn.ts';
import { recognisedEvents } from './guessEvents.ts';
import { spellings } from './spellings.ts';
import type { KnownKeys } from './KnownKeys.ts';

type Free = ReadonlyMap<string, GuessColumn>;
type Match = Omit<FieldGuess, 'field'>;

/** Below this share, keys that agree may do so by chance. */
const KNOWN_SHARE = 0.5;
const KEY_SAMPLE = 200;
const TELLING_NUMBERS = 20;

/**
 * The column whose values are customers of the project, whatever its header. Small numbers agree with any numbered customers, so a
 * column of numbers that is not called a customer must have many different ones, and repeat them.
 */
export function matchKnownCustomers(
	field: RoleField,
	free: Free,
	others: ReadonlySet<string>,
	known: KnownKeys,
): Match | null {
	if (field.id !== 'customer_id' || known.customerShare([]) === null) {
		return null;
	}
	let best: Match | null = null;
	for (const [header, column] of free) {
		if (!isKeyType(column)) {
			continue;
		}
		const keys = [...new Set(filledValues(column.values))].slice(0, KEY_SAMPLE);
		const isNamed = spellings(field).includes(header);
		const isTelling = column.type === 'text' || (keys.length >= TELLING_NUMBERS && !isUnique(column.values));
		if (keys.length === 0 || (!isNamed && (others.has(header) || !isTelling))) {
			continue;
		}
		const share = known.customerShare(keys) ?? 0;
		const sureness = Math.min(share, isNamed ? 0.99 : 0.9);
		if (share >= KNOWN_SHARE && sureness > (best?.sureness ?? 0)) {
			const reason = `${Math.round(share * 100)} % of its values are customers of this project.`;
			best = { column: column.name, sureness, reason };
		}
	}
	return best;
}

/** What the values say where the header says nothing. */
export function matchByContent(field: RoleField, free: Free, role: TableRole): Match | null {
	const columns = [...free.values()];
	if (field.id === 'customer_id') {
		return field.isRequired ? keyByContent(columns, role) : null;
	}
	if (field.id === 'event') {
		const column = columns.find(({ values }) => recognisedEvents(values) >= 0.5);
		return column ? { column: column.name, sureness: 0.7, reason: 'Its values are the names of e-mail events.' } : null;
	}
	if (field.id === 'email') {
		const column = columns.find(({ values }) => emailShare(values) >= 0.9);
		return column ? { column: column.name, sureness: 0.8, reason: 'Its values are e-mail addresses.' } : null;
	}
	if (field.id === 'date') {
		return only(columns, ['date', 'timestamp'], 'It is the only column of dates.');
	}
	return field.id === 'amount' ? only(columns, ['decimal'], 'It is the only column of amounts.') : null;
}

function keyByContent(columns: readonly GuessColumn[], role: TableRole): Match | null {
	const address = columns.find(({ values }) => emailShare(values) >= 0.9);
	if (address) {
		return { column: address.name, sureness: 0.6, reason: 'Its values are e-mail addresses.' };
	}
	const unique = columns.find(
		(column) => isKeyType(column) && column.values.length >= TELLING_NUMBERS && isUnique(column.values),
	);
	return role === 'customers' && unique
		? { column: unique.name, sureness: 0.4, reason: 'It has another value in every sampled row.' }
		: null;
}

function only(columns: readonly GuessColumn[], types: readonly string[], reason: string): Match | null {
	const fitting = columns.filter(({ type }) => types.includes(type));
	return fitting.length === 1 ? { column: fitting[0]!.name, sureness: 0.45, reason } : null;
}

function isKeyType({ type }: GuessColumn): boolean {
	return type === 'integer' || type === 'text';
}
