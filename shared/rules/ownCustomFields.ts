import type { CustomField } from '../model/customField.ts';
import { RuleChecks } from './RuleChecks.ts';
import type { RuleField } from './RuleField.ts';
import type { TypedRule } from './TypedRule.ts';

export interface OwnCustomField {
	/** Null where the expression cannot be used. */
	readonly typed: TypedRule | null;
	/** Why not, as a sentence; empty where it can. */
	readonly problem: string;
}

/** Custom fields that stand by themselves: those that refer to segments cannot be used, because the segments are about to change. */
export function ownCustomFields(
	fields: readonly RuleField[],
	customFields: readonly CustomField[],
): (name: string) => OwnCustomField {
	const { checkField } = new RuleChecks(fields).within({
		customFields: [...customFields],
		segments: [],
		exclusions: [],
	});
	return (name) => {
		const { typed, diagnostics } = checkField(name);
		const error = diagnostics.find(({ severity }) => severity === 'error');
		return { typed, problem: typed ? '' : (error?.message ?? 'It has no expression.') };
	};
}
