import type { TreeField, TreeOutcome } from '#shared/model/treeBuilder.ts';
import type { BuilderInput } from '../BuilderInput.ts';
import { isIdentifier } from './isIdentifier.ts';
import { leakOf } from './leakOf.ts';
import { fieldsOfOutcome } from './outcomeValues.ts';

/** Every field of the customers with what speaks against learning the outcome from it. */
export function treeFields(input: BuilderInput, outcome: TreeOutcome | null): TreeField[] {
	const { fields, columns, derived } = input.frame;
	const read = outcome === null ? new Set<string>() : fieldsOfOutcome(outcome, input);
	const leak = (name: string) => {
		const column = columns.get(name);
		return column && isIdentifier(column)
			? `${name} differs for every customer, so it is a number of a file rather than a property of the customer.`
			: leakOf(name, read, derived);
	};
	return fields.map(({ name }) => ({
		name,
		leak: leak(name),
		unusable: columns.get(name)?.kind === 'text' ? 'Text of many different values cannot be grouped.' : null,
	}));
}
