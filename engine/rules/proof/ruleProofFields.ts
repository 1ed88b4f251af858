import type { RuleField } from '#shared/rules/RuleField.ts';
import { valueTypeOf } from '#shared/rules/valueTypeOf.ts';
import { anyField } from './ProofField.ts';
import type { ProofField } from './ProofField.ts';

/** Fields without data: values may be missing, decimals have any number of places; only whole numbers are known to be whole. */
export function ruleProofFields(fields: readonly RuleField[]): readonly ProofField[] {
	return fields.map((field) => ({
		...anyField(field.name, valueTypeOf(field.type)),
		scale: field.type === 'integer' ? 0 : null,
		known: field.values,
	}));
}
