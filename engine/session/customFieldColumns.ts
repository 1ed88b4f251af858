import type { Segmentation } from '#shared/model/segmentation.ts';
import { RuleChecks } from '#shared/rules/RuleChecks.ts';
import type { Column } from '../columns/Column.ts';
import type { Frame } from '../frame/Frame.ts';
import { valuesOfRows } from '../rules/valueColumn.ts';

export interface CustomFieldColumn {
	readonly name: string;
	/** Values of these rows of the frame, in their order; without rows type and decimal places only. */
	readonly of: (rows: ArrayLike<number>) => Column;
}

/** The custom fields of a draft as columns beside those of the frame. Those whose expression is wrong have no values and are left out. */
export function customFieldColumns(segmentation: Segmentation, frame: Frame): readonly CustomFieldColumn[] {
	if (segmentation.customFields.length === 0) {
		return [];
	}
	const { checkField } = new RuleChecks(frame.fields).within(segmentation);
	return segmentation.customFields.flatMap(({ name }): CustomFieldColumn[] => {
		const { typed } = checkField(name);
		return typed ? [{ name, of: (rows) => valuesOfRows(typed, frame, rows) }] : [];
	});
}
