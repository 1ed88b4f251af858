import { EngineError } from '#shared/protocol/envelope.ts';
import { printField } from '#shared/rules/printRule.ts';
import type { Frame } from '../../frame/Frame.ts';
import { clearNulls } from '../clearNulls.ts';
import { plainName } from './plainName.ts';
import { NO_GROUP, type SplitVariable } from './SplitVariable.ts';

/** Yes and no. Customers without a value are in neither. */
export function splitYesNo(frame: Frame, name: string, base: Uint8Array): SplitVariable {
	const column = frame.columns.get(name);
	if (column?.kind !== 'boolean') {
		throw new EngineError('data', `“${name}” does not hold yes and no. Choose another split.`);
	}
	const isCounted = base.slice();
	clearNulls(isCounted, column.nulls);
	const { values } = column;
	return {
		field: name,
		method: 'Yes and no.',
		groups: [
			{ name: `${plainName(name)}: no`, condition: `${printField(name)} = false` },
			{ name: `${plainName(name)}: yes`, condition: `${printField(name)} = true` },
		],
		codes: isCounted.map((mark, row) => (mark === 1 ? values[row]! : NO_GROUP)),
	};
}
