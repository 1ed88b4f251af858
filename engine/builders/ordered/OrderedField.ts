import { EngineError } from '#shared/protocol/envelope.ts';
import { printField } from '#shared/rules/printRule.ts';
import type { DateColumn, NumberColumn, TimestampColumn } from '../../columns/Column.ts';
import { isoDate, isoInstant } from '../../columns/cellOf.ts';
import type { Frame } from '../../frame/Frame.ts';
import { numberDigits } from './numberDigits.ts';

/** A field whose values have an order, so that cuts make sense: numbers, dates and moments. */
export interface OrderedField {
	/** As written in a rule. */
	readonly text: string;
	readonly column: NumberColumn | DateColumn | TimestampColumn;
	/** Stored values are whole numbers, so that "above 3" is "4 or more". */
	readonly isWhole: boolean;
	/** Of fields where the next value has a plain name: counts and days, but not money. */
	readonly hasPlainSteps: boolean;
}

/** Where values are split: groups are `value <= cut`. */
export interface Cut {
	/** Among stored values: minor units, days, milliseconds. */
	readonly stored: number;
	/** As written in a rule. */
	readonly text: string;
}

/** Throws `data` when there is no such field or its values have no order. */
export function orderedField(frame: Frame, name: string): OrderedField {
	const column = frame.columns.get(name);
	if (!column) {
		throw new EngineError('data', `There is no field “${name}”. Choose one of the fields of the customers.`);
	}
	if (column.kind !== 'number' && column.kind !== 'date' && column.kind !== 'timestamp') {
		throw new EngineError('data', `The field “${name}” holds no numbers and no dates. Choose another one.`);
	}
	return orderedColumn(name, column);
}

export function orderedColumn(name: string, column: OrderedField['column']): OrderedField {
	const isWhole = column.kind === 'number' ? column.isExact : column.kind === 'date';
	return {
		text: printField(name),
		column,
		isWhole,
		hasPlainSteps: isWhole && (column.kind === 'date' || (column.kind === 'number' && column.scale === 0)),
	};
}

/** The cut after a stored value: values up to it are on one side, the next one that occurs (infinite if none) on the other. */
export function cutAfter(field: OrderedField, stored: number, next: number): Cut {
	const { column } = field;
	if (column.kind === 'number' && !column.isExact) {
		// Doubles have long texts, and the rule compares with the double of its text: a shorter number between the two splits alike.
		const unit = 10 ** column.scale;
		const text = numberDigits(shortestBetween(stored / unit, next / unit));
		return { stored: Number(text) * unit, text };
	}
	return { stored, text: storedText(field, stored) };
}

/** The cut at a number that a person chose; for dates in days since 1970-01-01. */
export function cutAtNumber(field: OrderedField, value: number): Cut {
	const { column } = field;
	if (column.kind !== 'number') {
		return { stored: value, text: storedText(field, value) };
	}
	const unit = 10 ** column.scale;
	// Rounding hides what binary fractions make of decimals, such as 0.29 * 100; what is finer than the field's own places is no such thing.
	const scaled = Math.round(value * unit * 1e6) / 1e6;
	return { stored: scaled, text: numberDigits(value) };
}

/** A stored value as it is written in a rule. */
export function storedText({ column }: OrderedField, stored: number): string {
	switch (column.kind) {
		case 'number':
			return numberDigits(stored / 10 ** column.scale);
		case 'date':
			return `date '${isoDate(stored)}'`;
		case 'timestamp':
			return `'${isoInstant(stored)}'`;
	}
}

/** The number with the fewest decimal places that is at least `low` and below `high`. */
export function shortestBetween(low: number, high: number): number {
	for (let places = 0; places <= 15; places++) {
		const candidate = Number((Math.ceil(low * 10 ** places) / 10 ** places).toFixed(places));
		if (candidate >= low && candidate < high) {
			return candidate;
		}
	}
	return low;
}
