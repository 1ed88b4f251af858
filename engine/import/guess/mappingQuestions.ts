import { counted } from '#shared/base/counted.ts';
import type { MappingQuestion } from '#shared/model/mappingGuess.ts';
import type { TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { filledValues } from './columnContent.ts';
import type { GuessColumn } from './GuessColumn.ts';
import { patternOf } from './guessPerOrder.ts';

const amountFields = ['revenue', 'cost', 'discount'];
const SHARE = 0.95;

/** What only a person can decide about a mapping, with what it assumes now. */
export function mappingQuestions(mapping: TableMapping, columns: readonly GuessColumn[]): MappingQuestion[] {
	return [...orderAmounts(mapping, columns), ...unknownEvents(mapping, columns), ...unknownArms(mapping, columns)];
}

function orderAmounts(mapping: TableMapping, columns: readonly GuessColumn[]): MappingQuestion[] {
	const order = mapping.fields['order_id'];
	if (mapping.role !== 'orders' || order === undefined) {
		return [];
	}
	return amountFields.flatMap((field): MappingQuestion[] => {
		const column = mapping.fields[field];
		const pattern = column === undefined ? null : patternOf(columns, order, column);
		const isOnce = mapping.perOrder?.includes(field) ?? false;
		if (column === undefined || pattern === null || pattern.orders === 0) {
			return [];
		}
		const label = labelOf(mapping, field);
		const orders = `${pattern.repeated.toLocaleString('en')} of ${counted(pattern.orders, 'sampled order')} with several lines`;
		if (isOnce) {
			// Nothing to ask where all other lines are empty: the sum is the same either way.
			return pattern.firstOnly >= pattern.orders * SHARE
				? []
				: [
						{
							kind: 'per-order',
							field,
							message: `In ${orders}, "${column}" is the same on every line. It is taken as the ${label} of the whole order and counted once per order. If it is the ${label} of each line, say so.`,
						},
					];
		}
		return pattern.repeated >= pattern.orders * SHARE
			? [
					{
						kind: 'per-order',
						field,
						message: `In ${orders}, "${column}" is the same on every line. It is added up over the lines; if it is the ${label} of the whole order, it would be counted several times.`,
					},
				]
			: [];
	});
}

function unknownEvents(mapping: TableMapping, columns: readonly GuessColumn[]): MappingQuestion[] {
	const column = columns.find(({ name }) => name === mapping.fields['event']);
	if (mapping.role !== 'recipients' || !column) {
		return [];
	}
	const unknown = [...new Set(filledValues(column.values))].filter((value) => mapping.events?.[value] === undefined);
	return unknown.length === 0
		? []
		: [
				{
					kind: 'event-values',
					field: 'event',
					message: `Rows with these values of "${column.name}" are left out, because nobody said what they mean: ${listed(unknown)}.`,
				},
			];
}

function unknownArms(mapping: TableMapping, columns: readonly GuessColumn[]): MappingQuestion[] {
	const column = columns.find(({ name }) => name === mapping.fields['arm']);
	const isKnown = mapping.arms !== null && mapping.arms.treatment.length > 0 && mapping.arms.control.length > 0;
	return !column || isKnown
		? []
		: [
				{
					kind: 'arm-values',
					field: 'arm',
					message: `Which values of "${column.name}" are the treatment and which the control? Without that there is no lift. Found: ${listed([...new Set(filledValues(column.values))])}.`,
				},
			];
}

function labelOf(mapping: TableMapping, field: string): string {
	return (
		roleFacts(mapping.role)
			.fields.find(({ id }) => id === field)
			?.label.toLowerCase() ?? field
	);
}

function listed(values: readonly string[]): string {
	const more = values.length > 8 ? ` and ${values.length - 8} more` : '';
	return `${values.slice(0, 8).join(', ')}${more}`;
}
