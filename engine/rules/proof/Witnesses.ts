import type { Cell as CellValue } from '#shared/model/columnType.ts';
import { isoOfDay } from '#shared/rules/calendar.ts';
import type { ProofWitness } from '#shared/rules/proof/segmentationProof.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { hasBit } from '../../columns/bitmap.ts';
import { cellOf } from '../../columns/cellOf.ts';
import type { Frame } from '../../frame/Frame.ts';
import { fieldsOf } from '../predicate/fieldsOf.ts';
import type { Customer } from './findCustomer.ts';
import type { ProofField, StoredValue } from './ProofField.ts';

/** Customers as examples: with the values of the fields that some rules look at. */
export class Witnesses {
	private readonly fields: ReadonlyMap<string, ProofField>;
	private readonly frame: Frame | null;

	constructor(fields: readonly ProofField[], frame: Frame | null) {
		this.fields = new Map(fields.map((field) => [field.name, field]));
		this.frame = frame;
	}

	ofRow(row: number, rules: readonly TypedRule[]): ProofWitness {
		const { frame } = this;
		const names = [...new Set(rules.flatMap((rule) => [...fieldsOf(rule)]))];
		const values = new Map(names.map((name) => [name, frame && storedAt(frame, name, row)]));
		return { source: 'data', customerId: frame?.customerId(row) ?? null, values: this.written(values) };
	}

	ofCustomer(customer: Customer): ProofWitness {
		return { source: 'hypothetical', customerId: null, values: this.written(customer) };
	}

	private written(values: Customer): ProofWitness['values'] {
		return [...values.keys()].toSorted().map((field) => ({
			field,
			value: written(this.fields.get(field), values.get(field) ?? null),
		}));
	}
}

function storedAt(frame: Frame, name: string, row: number): StoredValue {
	const column = frame.columns.get(name);
	if (!column || (column.nulls && hasBit(column.nulls, row))) {
		return null;
	}
	const isNumeric = column.kind === 'number' || column.kind === 'date' || column.kind === 'timestamp';
	return isNumeric ? column.values[row]! : cellOf(column, row);
}

function written(field: ProofField | undefined, value: StoredValue): CellValue {
	if (typeof value !== 'number' || !field) {
		return value;
	}
	switch (field.type) {
		case 'date':
			return isoOfDay(value);
		case 'timestamp':
			return new Date(value).toISOString();
		case 'number':
		case 'text':
		case 'boolean':
			return value / 10 ** (field.scale ?? 0);
	}
}
