import type { FieldGuess } from '#shared/model/mappingGuess.ts';
import { roleFacts, type RoleField, type TableRole } from '#shared/model/tableRole.ts';
import { anyTypes, keyTypes } from '#shared/model/tableRole/roleField.ts';
import type { GuessColumn } from './GuessColumn.ts';
import { headerKey } from './headerKey.ts';
import type { KnownKeys } from './KnownKeys.ts';
import { spellings } from './spellings.ts';
import { matchByContent, matchKnownCustomers } from './matchByContent.ts';

type Free = Map<string, GuessColumn>;
type Match = Omit<FieldGuess, 'field'>;

/** Shares of being right that go with each way of telling; of the order seen on real exports, not measured. */
const EXACT = 0.95;
const WEAK = 0.6;
const LOOSE = 0.65;
const WRONG_TYPE = 0.25;
/** Shorter spellings occur inside too many other words. */
const LOOSE_LENGTH = 6;

/**
 * Which column plays which part of a role, and why. Every column plays at most one. In this order: keys that the project knows,
 * headers that are a known spelling, headers that hold one among other words, and what the values look like.
 */
export function matchFields(columns: readonly GuessColumn[], role: TableRole, known: KnownKeys): FieldGuess[] {
	const { fields } = roleFacts(role);
	const free: Free = new Map(columns.map((column) => [headerKey(column.name) || column.name, column]));
	const found = new Map<string, FieldGuess>();
	const otherNames = new Set(fields.filter(({ id }) => id !== 'customer_id').flatMap(spellings));
	const steps = [
		(field: RoleField) => matchKnownCustomers(field, free, otherNames, known),
		(field: RoleField) => exactly(field, free),
		(field: RoleField) => loosely(field, free),
		(field: RoleField) => matchByContent(field, free, role),
	];
	for (const step of steps) {
		for (const field of fields) {
			const match = found.has(field.id) ? null : step(field);
			if (match) {
				found.set(field.id, { field: field.id, ...match });
				for (const [key, { name }] of free) {
					if (name === match.column) {
						free.delete(key);
					}
				}
			}
		}
	}
	return fields.flatMap(({ id }) => found.get(id) ?? []);
}

function exactly(field: RoleField, free: Free): Match | null {
	for (const [rank, spelling] of spellings(field).entries()) {
		const column = free.get(spelling);
		if (column && isUsable(field, column)) {
			const isWeak = field.isRequired && rank >= field.synonyms.length - 6;
			const sureness = (isWeak ? WEAK : EXACT) - (field.types.includes(column.type) ? 0 : WRONG_TYPE);
			return { column: column.name, sureness, reason: `The header says so: "${column.name}".` };
		}
	}
	return null;
}

/** A header that holds a longer synonym among other words, such as "order_revenue_eur". */
function loosely(field: RoleField, free: Free): Match | null {
	if (field.types === anyTypes) {
		return null;
	}
	for (const synonym of spellings(field).filter(({ length }) => length >= LOOSE_LENGTH)) {
		for (const [header, column] of free) {
			if (header.includes(synonym) && field.types.includes(column.type) && isStillKey(field, header, synonym)) {
				return {
					column: column.name,
					sureness: LOOSE,
					reason: `The header "${column.name}" holds a word for it.`,
				};
			}
		}
	}
	return null;
}

/** "customer_no_old" is a key, "customer_segment" is not: what stands beside the word must not change what it names. */
function isStillKey(field: RoleField, header: string, synonym: string): boolean {
	const rest = header.replace(synonym, '');
	return (
		field.types !== keyTypes || /^(id|no|nr|num|numb?er|key|code|ref|crm|sap|erp|shop|hash|old|new|x|\d)*$/.test(rest)
	);
}

/** Text is accepted under a fitting header: the values may yet turn out to be readable. */
function isUsable(field: RoleField, column: GuessColumn): boolean {
	return field.types.includes(column.type) || column.type === 'text';
}
