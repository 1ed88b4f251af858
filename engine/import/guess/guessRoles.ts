import type { FieldGuess } from '#shared/model/mappingGuess.ts';
import { roles, type RoleFacts, type TableRole } from '#shared/model/tableRole.ts';
import { isUnique } from './columnContent.ts';
import type { GuessColumn } from './GuessColumn.ts';
import { recognisedEvents } from './guessEvents.ts';
import type { KnownKeys } from './KnownKeys.ts';
import { matchFields } from './matchFields.ts';

export interface RoleGuess {
	readonly role: TableRole;
	readonly sureness: number;
	readonly reasons: string[];
	readonly fields: readonly FieldGuess[];
}

const FILE_NAME = 3;
const ONE_PER_CUSTOMER = 3;
const EVENT_VALUES = 4;
const MISSING = 4;

/** Every role that a table can be recognised by with how well it explains the columns and the name of the file, the best first; ties in the order of the roles. */
export function guessRoles(columns: readonly GuessColumn[], fileName: string, known: KnownKeys): RoleGuess[] {
	const named = roleOfName(fileName);
	const guessed = roles.filter(({ fields }) => fields.length > 0);
	const scored = guessed.map((facts) => {
		const fields = matchFields(columns, facts.id, known);
		const { score, reasons } = judge(facts, fields, columns);
		const hint = named === facts.id ? FILE_NAME : 0;
		return {
			facts,
			fields,
			score: score + hint,
			reasons: hint > 0 ? [...reasons, 'The name of the file says so.'] : reasons,
		};
	});
	const ranked = scored.toSorted((left, right) => right.score - left.score);
	return ranked.map(({ facts, fields, score, reasons }, rank) => {
		const rival = ranked[rank === 0 ? 1 : 0]?.score ?? 0;
		return { role: facts.id, sureness: surenessOf(score, rival), reasons, fields };
	});
}

function judge(facts: RoleFacts, fields: readonly FieldGuess[], columns: readonly GuessColumn[]) {
	const valuesOf = (name: string | undefined) => columns.find((column) => column.name === name)?.values ?? [];
	const columnOf = (id: string) => fields.find(({ field }) => field === id)?.column;
	const missing = facts.fields.filter(({ id, isRequired }) => isRequired && columnOf(id) === undefined);
	const weight = (id: string) => facts.fields.find((field) => field.id === id)?.weight ?? 0;
	const reasons: string[] = [];
	let score = fields.reduce((sum, { field, sureness }) => sum + weight(field) * sureness, 0) - missing.length * MISSING;
	const telling = fields.filter(({ field }) => weight(field) >= 1.5).map(({ column }) => column);
	if (telling.length > 0) {
		reasons.push(`Such tables have columns like ${telling.slice(0, 4).join(', ')}.`);
	}
	if (facts.id === 'customers' && columnOf('customer_id') !== undefined) {
		const isOne = isUnique(valuesOf(columnOf('customer_id')));
		score += isOne ? ONE_PER_CUSTOMER : -ONE_PER_CUSTOMER;
		reasons.push(
			isOne ? 'No customer is in two of the sampled rows.' : 'Customers are in several of the sampled rows.',
		);
	}
	if (facts.id === 'recipients' && recognisedEvents(valuesOf(columnOf('event'))) >= 0.5) {
		score += EVENT_VALUES;
		reasons.push(`The values of ${columnOf('event') ?? ''} are e-mail events.`);
	}
	return { score, reasons };
}

/** Of several words in a name the last says what the file holds: "customer_orders" are orders. */
function roleOfName(fileName: string): TableRole | null {
	const name = fileName.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
	const found = roles.flatMap(({ id, fileNames }) => {
		const at = [...name.matchAll(new RegExp(fileNames, 'g'))].at(-1)?.index;
		return at === undefined ? [] : [{ id, at }];
	});
	return found.toSorted((left, right) => right.at - left.at)[0]?.id ?? null;
}

/** Grows with the distance to the next best role; a role that explains next to nothing is never sure. */
function surenessOf(score: number, rival: number): number {
	if (score <= 0) {
		return 0;
	}
	const lead = (score - rival) / Math.max(score, rival, 4);
	return Math.min(0.99, Math.max(0.05, Math.min(0.5 + lead, score / 5)));
}
