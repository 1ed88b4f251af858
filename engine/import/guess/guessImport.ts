import type { ColumnType } from '#shared/model/columnType.ts';
import type { FieldGuess, MappingGuess, MappingQuestion } from '#shared/model/mappingGuess.ts';
import type { MappingTemplate } from '#shared/model/mappingTemplate.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts, type TableRole } from '#shared/model/tableRole.ts';
import type { KnownShape } from '../shapes/KnownShape.ts';
import { fieldsOfShape, recogniseShape } from '../shapes/recogniseShape.ts';
import { frequentValues } from './columnContent.ts';
import type { GuessColumn } from './GuessColumn.ts';
import { guessArms } from './guessArms.ts';
import { guessEvents } from './guessEvents.ts';
import { guessItems } from './guessItems.ts';
import { isPerOrder, patternOf } from './guessPerOrder.ts';
import { guessRoles, type RoleGuess } from './guessRoles.ts';
import type { KnownKeys } from './KnownKeys.ts';
import { mappingQuestions } from './mappingQuestions.ts';
import { templateMapping } from './templateMapping.ts';

export interface GuessInput {
	readonly columns: readonly GuessColumn[];
	readonly fileName: string;
	/** What the user chose; null where the role is to be guessed. */
	readonly role: TableRole | null;
	/** What the user corrected; taken as it is. */
	readonly mapping: TableMapping | null;
	/** To be applied where nothing was corrected. */
	readonly template: MappingTemplate | null;
	readonly known: KnownKeys;
	/** Whether the values of a column can be read as one of the types after all. */
	readonly isReadableAs: (column: GuessColumn, types: readonly ColumnType[]) => boolean;
}

const MAX_VALUES = 40;
const NOTHING_KNOWN = 0.25;
/** Columns that are looked at; what tells a table stands among the first ones, and each is compared with every part of every role. */
const MAX_COLUMNS = 2000;
const amountFields = ['revenue', 'cost', 'discount'];

/** What the rows of a file are and which column plays which part, with the reasons; see GuessInput for what goes first. */
export function guessImport(input: GuessInput): { mapping: TableMapping; guess: MappingGuess } {
	const { template, known, fileName } = input;
	const columns = input.columns.slice(0, MAX_COLUMNS);
	const headers = input.columns.map(({ name }) => name);
	const items = guessItems(columns);
	const itemColumns = new Set(items?.flatMap((item) => Object.values(item)));
	const ranked = guessRoles(
		columns.filter(({ name }) => !itemColumns.has(name)),
		fileName,
		known,
	);
	const shape = recogniseShape(headers);
	const applied = template && (input.role === null || input.role === template.mapping.role) ? template : null;
	const role = input.mapping?.role ?? input.role ?? applied?.mapping.role ?? shape?.role ?? likelyRole(ranked);
	const ownShape = shape?.role === role ? shape : null;
	const matched = ranked.find((entry) => entry.role === role)?.fields ?? [];
	const fields = usableFields(input, role, ownShape ? shapeFields(ownShape, headers, matched) : matched);
	const guessed = mappingOf(columns, headers, role, fields, ownShape, role === 'orders' ? items : null);
	const mapping = input.mapping ?? (applied ? templateMapping(applied, headers) : guessed);
	const questions: MappingQuestion[] = mappingQuestions(mapping, columns);
	return {
		mapping,
		guess: {
			roles: withShape(ranked, shape),
			fields: reasonsOf(mapping, guessed, fields, applied),
			shape: shape && { id: shape.id, name: shape.name, notes: [...shape.notes] },
			template: input.mapping === null && applied ? { id: applied.id, name: applied.name } : null,
			questions,
			values: Object.fromEntries(
				['arm', 'event'].flatMap((id) => {
					const column = columns.find(({ name }) => name === mapping.fields[id]);
					return column ? [[id, frequentValues(column.values, MAX_VALUES)]] : [];
				}),
			),
		},
	};
}

/** The mapping that follows from the fields: attributes, arms, events, items and amounts of whole orders. */
function mappingOf(
	columns: readonly GuessColumn[],
	headers: readonly string[],
	role: TableRole,
	fields: readonly FieldGuess[],
	shape: KnownShape | null,
	items: Record<string, string>[] | null,
): TableMapping {
	const columnOf = new Map(fields.map(({ field, column }) => [field, column]));
	const valuesOf = (id: string) => columns.find(({ name }) => name === columnOf.get(id))?.values ?? null;
	const arms = valuesOf('arm');
	const eventValues = valuesOf('event');
	const events =
		role === 'recipients' && eventValues ? { ...guessEvents(eventValues), ...seenEvents(shape, eventValues) } : {};
	const order = columnOf.get('order_id');
	const perOrder =
		shape?.perOrder ??
		amountFields.filter((id) => {
			const amount = columnOf.get(id);
			return role === 'orders' && order && amount && isPerOrder(patternOf(columns, order, amount));
		});
	return {
		role,
		fields: Object.fromEntries(
			[...columnOf].filter(([id]) => id !== 'event' || role !== 'recipients' || Object.keys(events).length > 0),
		),
		// Everything that the customers table says may stand in a rule, the key and the sign-up date included.
		attributes: role === 'customers' ? [...headers] : [],
		arms: arms && guessArms(arms),
		...(Object.keys(events).length > 0 ? { events } : {}),
		...(perOrder.length > 0 ? { perOrder: [...perOrder] } : {}),
		...(items ? { items } : {}),
	};
}

/** Where nothing speaks for any role, customers: that a column for them is missing is then the first thing that is said. */
function likelyRole([first]: readonly RoleGuess[]): TableRole {
	return first && first.sureness >= NOTHING_KNOWN ? first.role : 'customers';
}

/** The role of a known export goes first. */
function withShape(ranked: readonly RoleGuess[], shape: KnownShape | null): MappingGuess['roles'] {
	const plain = ranked.map(({ role, sureness, reasons }) => ({ role, sureness, reasons }));
	const own = plain.find(({ role }) => role === shape?.role);
	return shape && own
		? [
				{ ...own, sureness: 0.99, reasons: [`The headers are those of ${shape.name}.`, ...own.reasons] },
				...plain.filter((entry) => entry !== own),
			]
		: plain;
}

function seenEvents(shape: KnownShape | null, values: readonly string[]): NonNullable<KnownShape['events']> {
	const seen = new Set(values);
	return Object.fromEntries(Object.entries(shape?.events ?? {}).filter(([value]) => seen.has(value)));
}

/** The fields of a known export, and whatever else was found in columns that it leaves free. */
function shapeFields(shape: KnownShape, headers: readonly string[], matched: readonly FieldGuess[]): FieldGuess[] {
	const own = fieldsOfShape(shape, headers);
	const reason = `${shape.name} has it there.`;
	const taken = new Set(Object.values(own));
	return [
		...Object.entries(own).map(([field, column]) => ({ field, column, sureness: 0.98, reason })),
		...matched.filter(({ field, column }) => own[field] === undefined && !taken.has(column)),
	];
}

/** A part is not given to a column of text whose values cannot be read as what the part needs; the required ones stay to be seen. */
function usableFields(
	{ columns, isReadableAs }: GuessInput,
	role: TableRole,
	fields: readonly FieldGuess[],
): FieldGuess[] {
	const known = roleFacts(role).fields;
	return fields.filter(({ field, column }) => {
		const facts = known.find(({ id }) => id === field);
		const found = columns.find(({ name }) => name === column);
		return facts && found && (facts.isRequired || facts.types.includes(found.type) || isReadableAs(found, facts.types));
	});
}

function reasonsOf(
	mapping: TableMapping,
	guessed: TableMapping,
	fields: readonly FieldGuess[],
	template: MappingTemplate | null,
): FieldGuess[] {
	return Object.entries(mapping.fields).map(([field, column]) => {
		const own = guessed.fields[field] === column ? fields.find((entry) => entry.field === field) : undefined;
		const isOfTemplate = template?.mapping.fields[field] !== undefined;
		return (
			own ?? {
				field,
				column,
				sureness: 1,
				reason: isOfTemplate ? `Template “${template.name}” has it there.` : 'You chose it.',
			}
		);
	});
}
