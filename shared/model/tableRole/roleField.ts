import type { ColumnType } from '../columnType.ts';
import type { RoleField } from './RoleFacts.ts';

/** Header spellings as people write them, comma-separated, best first in each language. */
export interface Spellings {
	readonly en: string;
	readonly de: string;
	readonly fr: string;
	readonly es: string;
	/** Headers that many other columns have too: tried after all others. */
	readonly weak?: string;
}

/** What is special about a field; by default it is optional, not measured, and says little about the role. */
type Traits = Partial<Pick<RoleField, 'isRequired' | 'isMeasured' | 'weight'>>;

export const keyTypes: readonly ColumnType[] = ['integer', 'text'];
export const dayTypes: readonly ColumnType[] = ['date', 'timestamp'];
export const amountTypes: readonly ColumnType[] = ['integer', 'decimal'];
export const flagTypes: readonly ColumnType[] = ['boolean', 'integer', 'timestamp', 'date'];
/** For fields that only describe a row: whatever the column holds is taken as it is. */
export const anyTypes: readonly ColumnType[] = ['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp'];

export function roleField(
	id: string,
	label: string,
	description: string,
	types: readonly ColumnType[],
	spellings: Spellings,
	{ isRequired = false, isMeasured = false, weight = 0.5 }: Traits = {},
): RoleField {
	return { id, label, description, types, isRequired, isMeasured, weight, synonyms: inTurn(spellings) };
}

/** Lower-case letters and digits without accents; ß is ss. */
export function normaliseHeader(header: string): string {
	return header
		.toLowerCase()
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/[^a-z0-9]/g, '');
}

/** The best spelling of each language first, then the second best, and so on. */
function inTurn({ en, de, fr, es, weak = '' }: Spellings): string[] {
	const lists = [en, de, fr, es].map(spellingsOf);
	const longest = Math.max(...lists.map(({ length }) => length));
	const ranked = Array.from({ length: longest }, (_, rank) =>
		lists.flatMap((list) => (list[rank] === undefined ? [] : [list[rank]])),
	);
	return [...new Set([...ranked.flat(), ...spellingsOf(weak)])];
}

function spellingsOf(text: string): string[] {
	return text.split(',').map(normaliseHeader).filter(Boolean);
}
