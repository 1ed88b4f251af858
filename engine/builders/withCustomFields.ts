import type { CustomField } from '#shared/model/customField.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { ownCustomFields } from '#shared/rules/ownCustomFields.ts';
import type { Column } from '../columns/Column.ts';
import { describeField } from '../frame/describeField.ts';
import type { Job } from '../job.ts';
import { valueColumn } from '../rules/valueColumn.ts';
import type { BuilderInput } from './BuilderInput.ts';

/**
 * The input with those custom fields of the project that are among `names` as columns of its frame, so that builders can cut, split and
 * cluster them like any other. The proposal is still counted by their expressions. Throws `data` for one that cannot be used: its
 * expression is wrong, or refers to segments, which the proposal may take the place of.
 */
export async function withCustomFields(input: BuilderInput, names: readonly string[], job: Job): Promise<BuilderInput> {
	const wanted = new Set(names);
	const custom = input.current.customFields.filter(({ name }) => wanted.has(name));
	if (custom.length === 0) {
		return input;
	}
	const { frame } = input;
	const typedOf = ownCustomFields(frame.fields, input.current.customFields);
	const columns = new Map(frame.columns);
	for (const { name } of custom) {
		const found = typedOf(name);
		if (!found.typed) {
			throw new EngineError('data', `The custom field “${name}” cannot be used here. ${found.problem}`);
		}
		columns.set(name, await valueColumn(found.typed, frame, job));
	}
	const own = custom.map((field) => described(field, columns.get(field.name)!));
	const fields = [...frame.fields.filter(({ name }) => !own.some((field) => field.name === name)), ...own];
	return { ...input, frame: { ...frame, fields, columns } };
}

function described({ name, description = '' }: CustomField, column: Column) {
	return describeField(name, column, { origin: 'derived', description, unit: null });
}
