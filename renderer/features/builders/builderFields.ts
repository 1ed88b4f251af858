import type { FrameField } from '#shared/model/frameField.ts';
import type { ProjectState } from '#shared/model/projectState.ts';
import { ownCustomFields } from '#shared/rules/ownCustomFields.ts';

/**
 * Fields that builders can use: those of the data, then the custom fields of the project that stand by themselves, of which values and
 * gaps are not known here.
 */
export function builderFields({ fields, segmentation }: Pick<ProjectState, 'fields' | 'segmentation'>): FrameField[] {
	const ownField = ownCustomFields(fields, segmentation.customFields);
	const custom = segmentation.customFields.flatMap(({ name, description = '' }): FrameField[] => {
		const { typed } = ownField(name);
		const type = typed?.type === 'number' ? 'decimal' : typed?.type;
		return type === undefined ? [] : [{ name, type, origin: 'derived', description, unit: null, nulls: 0, values: [] }];
	});
	const own = new Set(custom.map(({ name }) => name));
	return [...fields.filter(({ name }) => !own.has(name)), ...custom];
}
