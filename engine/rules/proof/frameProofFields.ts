import type { FrameField } from '#shared/model/frameField.ts';
import { valueTypeOf } from '#shared/rules/valueTypeOf.ts';
import type { Column } from '../../columns/Column.ts';
import type { Frame } from '../../frame/Frame.ts';
import type { ProofField } from './ProofField.ts';

/**
 * What the fields of a customer frame can hold. Decimals keep the places that their column has; a field in which no value is missing
 * never lacks one; counts and days of derived fields are never negative. Text may be anything: a label that is absent today can be
 * there tomorrow.
 */
export function frameProofFields(frame: Frame): readonly ProofField[] {
	return frame.fields.map((field) => proofField(field, frame.columns.get(field.name)));
}

function proofField(field: FrameField, column: Column | undefined): ProofField {
	const isCounted = field.origin === 'derived' && (field.unit === 'count' || field.unit === 'days');
	return {
		name: field.name,
		type: valueTypeOf(field.type),
		scale: column?.kind === 'number' && column.isExact ? column.scale : null,
		isNullable: column ? column.nulls !== null : true,
		least: isCounted ? 0 : null,
		most: null,
		labels: null,
		known: field.values,
	};
}
