import type { TreeField, TreeOutcome } from '#shared/model/treeBuilder.ts';
import { ownCustomFields } from '#shared/rules/ownCustomFields.ts';
import type { Job } from '../../job.ts';
import type { BuilderInput } from '../BuilderInput.ts';
import { withCustomFields } from '../withCustomFields.ts';
import { isIdentifier } from './isIdentifier.ts';
import { leaksOf } from './leakOf.ts';
import { fieldsOfOutcome } from './outcomeValues.ts';

/** Every field of the customers and custom field with what speaks against learning the outcome from it. */
export async function treeFields(input: BuilderInput, outcome: TreeOutcome | null, job: Job): Promise<TreeField[]> {
	const { customFields } = input.current;
	const ownField = ownCustomFields(input.frame.fields, customFields);
	const custom = customFields.map(({ name }) => ({ name, ...ownField(name) }));
	const usable = custom.flatMap(({ name, typed }) => (typed ? [name] : []));
	const { frame } = await withCustomFields(input, usable, job);
	const read = outcome === null ? new Set<string>() : fieldsOfOutcome(outcome, input);
	const leaks = leaksOf(read, input);
	const leak = (name: string) => {
		const column = frame.columns.get(name);
		return column && isIdentifier(column)
			? `${name} differs for every customer, so it is a number of a file rather than a property of the customer.`
			: leaks(name);
	};
	const broken = custom.flatMap(({ name, typed, problem }) => (typed ? [] : [{ name, leak: null, unusable: problem }]));
	const isBroken = (name: string) => broken.some((field) => field.name === name);
	const fields = frame.fields
		.filter(({ name }) => !isBroken(name))
		.map(({ name }) => ({
			name,
			leak: leak(name),
			unusable: frame.columns.get(name)?.kind === 'text' ? 'Text of many different values cannot be grouped.' : null,
		}));
	return [...fields, ...broken];
}
