import type { GridVariable } from '#shared/model/gridBuilder.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
import { printField } from '#shared/rules/printRule.ts';
import type { Frame } from '../../frame/Frame.ts';
import { plainName } from './plainName.ts';
import { splitOrdered } from './splitOrdered.ts';
import { splitTexts } from './splitTexts.ts';
import { NO_GROUP, type SplitVariable } from './SplitVariable.ts';
import { splitYesNo } from './splitYesNo.ts';

/** The customers of the base in the groups of one variable, those without a value in one of their own where that is wanted and anybody is. */
export function groupVariable(frame: Frame, { field, split, missing }: GridVariable, base: Uint8Array): SplitVariable {
	const found = groupsOf(frame, field, split, base);
	if (missing === 'remainder') {
		return found;
	}
	const own = found.groups.length;
	const { nulls } = frame.columns.get(field)!;
	const codes = found.codes.slice();
	let people = 0;
	for (let word = 0; nulls !== null && word < nulls.length; word++) {
		for (let bits = nulls[word]!; bits !== 0; bits &= bits - 1) {
			const row = word * 32 + (31 - Math.clz32(bits & -bits));
			codes[row] = base[row] === 1 ? own : NO_GROUP;
			people += base[row]!;
		}
	}
	if (people === 0) {
		return found;
	}
	const group = { name: `${plainName(field)} missing`, condition: `${printField(field)} is null` };
	return { ...found, groups: [...found.groups, group], codes };
}

function groupsOf(frame: Frame, field: string, split: GridVariable['split'], base: Uint8Array): SplitVariable {
	const kind = frame.columns.get(field)?.kind;
	const isText = kind === 'category' || kind === 'text';
	switch (split.kind) {
		case 'yes-no':
			return splitYesNo(frame, field, base);
		case 'frequent':
		case 'values':
			if (!isText) {
				throw new EngineError('data', `“${field}” holds no texts. Choose another split.`);
			}
			return splitTexts(frame, field, split, base);
		case 'outcome':
			return isText ? splitTexts(frame, field, split, base) : splitOrdered(frame, field, split, base);
		case 'quantiles':
		case 'width':
		case 'cuts':
			return splitOrdered(frame, field, split, base);
	}
}
