import type { CampaignEvent, KeyForm, TableMapping } from '#shared/model/tableMapping.ts';
import { roleFacts, type TableRole } from '#shared/model/tableRole.ts';

/**
 * Gives a role field to a column, or to none for ''. A column plays one part: it loses another field, and stops being an attribute.
 * What the values of another column mean is open again.
 */
export function withField(mapping: TableMapping, fieldId: string, column: string): TableMapping {
	const others = Object.entries(mapping.fields).filter(([id, name]) => id !== fieldId && name !== column);
	const isArm = fieldId === 'arm';
	const { events, ...rest } = mapping;
	return {
		...rest,
		...(events && fieldId !== 'event' ? { events } : {}),
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

/** What a value of the event column means; null leaves its rows out. */
export function withEvent(mapping: TableMapping, value: string, event: CampaignEvent | null): TableMapping {
	const others = Object.entries(mapping.events ?? {}).filter(([known]) => known !== value);
	return { ...mapping, events: Object.fromEntries(event === null ? others : [...others, [value, event]]) };
}

export function withPerOrder(mapping: TableMapping, fieldId: string, isOnce: boolean): TableMapping {
	const { perOrder = [], ...rest } = mapping;
	const others = perOrder.filter((id) => id !== fieldId);
	const next = isOnce ? [...others, fieldId] : others;
	return next.length === 0 ? rest : { ...rest, perOrder: next };
}

export function withoutItems(mapping: TableMapping): TableMapping {
	const { items: _, ...rest } = mapping;
	return rest;
}

export function withKeyForm(mapping: TableMapping, form: KeyForm, isWanted: boolean): TableMapping {
	const { keyForm = [], ...rest } = mapping;
	const others = keyForm.filter((known) => known !== form);
	const next = isWanted ? [...others, form] : others;
	return next.length === 0 ? rest : { ...rest, keyForm: next };
}

/** The mapping in another role: parts that the role does not have are given up. */
export function withRole(mapping: TableMapping, role: TableRole): TableMapping {
	const known = new Set(roleFacts(role).fields.map(({ id }) => id));
	const fields = Object.fromEntries(Object.entries(mapping.fields).filter(([id]) => known.has(id)));
	const { keyForm } = mapping;
	const arms = role === 'recipients' ? mapping.arms : null;
	return { role, fields, attributes: mapping.attributes, arms, ...(keyForm ? { keyForm } : {}) };
}
