import type { Segmentation } from '#shared/model/segmentation.ts';
import { inferFields } from '#shared/rules/inferFields.ts';
import type { RuleField } from '#shared/rules/RuleField.ts';
import { derivedFields } from '../../frame/derivedFields.ts';

/** The fields that a segmentation speaks of, where there is no data: types of derived fields are known, the others are told from use. */
export function inferredFields({ segments, exclusions, customFields }: Segmentation): readonly RuleField[] {
	const texts = [...segments, ...exclusions].map(({ rule }) => rule);
	const usual = derivedFields.map(({ name, type }) => ({ name, type, values: [] }));
	const used = new Set(inferFields(texts, [], customFields).map(({ name }) => name));
	return inferFields(
		texts,
		usual.filter(({ name }) => used.has(name)),
		customFields,
	);
}
