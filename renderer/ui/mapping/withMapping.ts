import type { TableMapping } from '#shared/model/tableMapping.ts';

/** Gives a role field to a column, or to none for ''. A column plays one part: it loses another field, and stops being an attribute. */
export function withField(mapping: TableMapping, fieldId: string, column: string): TableMapping {
	const others = Object.entries(mapping.fields).filter(([id, name]) => id !== fieldId && name !== column);
	const isArm = fieldId === 'arm';
	return {
		...mapping,
		fields: Object.fromEntries(column === '' ? others : [...others, [fieldId, column]]),
		attributes: mapping.attributes.filter((name) => name !== column),
		arms: isArm ? null : mapping.arms,
	};
}

export function withAttribute(mapping: TableMapping, column: string, isAttribute: boolean): TableMapping {
	const others = mapping.attributes.filter((name) => name !== column);
	return { ...mapping, attributes: isAttribute ? [...others, column] : others };
}

export type ArmPart = 'treatment' | 'control' | 'out';

export function armOf(mapping: TableMapping, value: string): ArmPart {
	if (mapping.arms?.treatment.includes(value)) {
		return 'treatment';
	}
	return mapping.arms?.control.includes(value) ? 'control' : 'out';
}

export function withArm(mapping: TableMapping, value: string, part: ArmPart): TableMapping {
	const { treatment, control } = mapping.arms ?? { treatment: [], control: [] };
	const without = (values: readonly string[]) => values.filter((entry) => entry !== value);
	return {
		...mapping,
		arms: {
			treatment: part === 'treatment' ? [...without(treatment), value] : without(treatment),
			control: part === 'control' ? [...without(control), value] : without(control),
		},
	};
}
