import type { ColumnType } from '#shared/model/columnType.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts, roles, type RoleField, type TableRole } from '#shared/model/tableRole.ts';
import { NULL_TOKENS } from './scan/nullTokens.ts';

export interface GuessColumn {
	readonly name: string;
	readonly type: ColumnType;
	/** Sampled values. */
	readonly values: readonly string[];
}

/** What a mapped field says for its role: the fields that only one kind of table has say most. */
const fieldWeights: Readonly<Record<TableRole, Readonly<Record<string, number>>>> = {
	customers: { signup_date: 2 },
	orders: { order_id: 3, revenue: 2, cost: 2, quantity: 2, date: 1 },
	recipients: {
		arm: 2,
		campaign: 3,
		delivered: 2,
		opened: 2,
		clicked: 2,
		converted: 1,
		unsubscribed: 2,
		complained: 2,
		date: 1,
		revenue: 1,
	},
};

const nameHints: readonly (readonly [TableRole, RegExp])[] = [
	['customers', /customer|client|kunde|contact|member|crm|people|person/],
	['orders', /order|transaction|sales|purchase|invoice|bestell|umsatz|commande|pedido/],
	['recipients', /recipient|campaign|mailing|send|promo|empfaenger|kampagne|campagne/],
];

const treatmentLabels = [
	'treatment',
	'treated',
	'test',
	'target',
	'exposed',
	'mailed',
	'variant',
	'b',
	't',
	'yes',
	'true',
	'1',
];
const controlLabels = [
	'control',
	'holdout',
	'hold out',
	'ctrl',
	'kontrolle',
	'kontrollgruppe',
	'untreated',
	'a',
	'c',
	'no',
	'false',
	'0',
];

/** The role that explains the columns best. */
export function guessRole(columns: readonly GuessColumn[], fileName: string): TableRole {
	const scores = roles.map(({ id }) => {
		const { fields } = guessMapping(columns, id);
		const known = Object.keys(fields).reduce((sum, field) => sum + (fieldWeights[id][field] ?? 0), 0);
		const hint = nameHints.find(([, pattern]) => pattern.test(fileName.toLowerCase()))?.[0] === id ? 3 : 0;
		const key = columns.find(({ name }) => name === fields['customer_id']);
		const isOnePerCustomer = id === 'customers' && key !== undefined && isUnique(key.values);
		const isRepeated = id === 'customers' && key !== undefined && !isUnique(key.values);
		return { id, score: known + hint + (isOnePerCustomer ? 3 : 0) - (isRepeated ? 3 : 0) };
	});
	return scores.reduce((best, next) => (next.score > best.score ? next : best)).id;
}

/** Which column plays which part. Every column plays at most one; the customer comes first. */
export function guessMapping(columns: readonly GuessColumn[], role: TableRole): TableMapping {
	const facts = roleFacts(role);
	const free = new Map(columns.map((column) => [normalise(column.name), column]));
	const fields: Record<string, string> = {};
	for (const find of [exactly, loosely]) {
		for (const field of facts.fields) {
			const found = fields[field.id] === undefined ? find(field, free) : null;
			if (found) {
				fields[field.id] = found.name;
				free.delete(normalise(found.name));
			}
		}
	}
	// Everything that the customers table says may stand in a rule, the key and the sign-up date included.
	const attributes = facts.isEvent ? [] : columns.map(({ name }) => name);
	const arm = columns.find(({ name }) => name === fields['arm']);
	return { role, fields, attributes, arms: arm ? guessArms(arm.values) : null };
}

/** Which labels of an arm column mean treatment and control; null when none is recognised. */
export function guessArms(values: readonly string[]): TableMapping['arms'] {
	const labels = [...new Set(values)].filter((value) => !NULL_TOKENS.includes(value));
	const treatment = labels.filter((label) => treatmentLabels.includes(label.trim().toLowerCase()));
	const control = labels.filter((label) => controlLabels.includes(label.trim().toLowerCase()));
	return treatment.length > 0 && control.length > 0 ? { treatment, control } : null;
}

/** Lower case letters and digits without accents, as synonyms are written. */
function normalise(header: string): string {
	return header
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');
}

function exactly(field: RoleField, free: ReadonlyMap<string, GuessColumn>): GuessColumn | null {
	for (const synonym of field.synonyms) {
		const column = free.get(normalise(synonym));
		if (column && isUsable(field, column)) {
			return column;
		}
	}
	return null;
}

/** A header that holds a longer synonym among other words, such as "order_revenue_eur". */
function loosely(field: RoleField, free: ReadonlyMap<string, GuessColumn>): GuessColumn | null {
	for (const synonym of field.synonyms.map(normalise).filter(({ length }) => length >= 6)) {
		for (const [header, column] of free) {
			if (header.includes(synonym) && field.types.includes(column.type)) {
				return column;
			}
		}
	}
	return null;
}

/** Text is accepted under a fitting header: the values may yet turn out to be readable. */
function isUsable(field: RoleField, column: GuessColumn): boolean {
	return field.types.includes(column.type) || column.type === 'text';
}

function isUnique(values: readonly string[]): boolean {
	return values.length > 0 && new Set(values).size === values.length;
}
