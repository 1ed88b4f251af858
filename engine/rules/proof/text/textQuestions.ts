import type { TextOperator } from '#shared/rules/Rule.ts';
import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { partsOf } from '../../predicate/fieldsOf.ts';
import { compareText } from '../../block/compareText.ts';
import { isConstant } from '../comparing.ts';
import { slotText } from '../slotPrograms.ts';
import type { Slots } from '../Slots.ts';
import type { Atom } from '../Variable.ts';
import { literalMachine } from './literalMachine.ts';
import { partMachine } from './partMachine.ts';
import { patternMachine } from './patternMachine.ts';
import type { Recasing } from './textLetters.ts';
import { isWellFormed } from './TextMachine.ts';
import type { RecasedMachine } from './walkTexts.ts';

/** What conditions ask of one text, or of the same text in one case. */
export interface TextQuestions {
	readonly recasing: Recasing;
	/** Texts that it is compared with, sorted by code point. */
	readonly literals: readonly string[];
	readonly hasOrder: boolean;
	readonly parts: readonly { readonly operator: TextOperator; readonly part: string }[];
}

export function textQuestions(atoms: readonly Atom[], slots: Slots): readonly TextQuestions[] {
	const all = new Map<
		string,
		{ recasing: Recasing; literals: Set<string>; hasOrder: boolean; parts: Map<string, Part> }
	>();
	for (const { typed } of atoms) {
		const operand = partsOf(typed).find((part) => !isConstant(part));
		const recasing = operand ? recasingOf(operand) : null;
		if (recasing === null || typed.kind === 'field' || typed.kind === 'is-null') {
			continue;
		}
		const asked = all.get(recasing.join()) ?? { recasing, literals: new Set(), hasOrder: false, parts: new Map() };
		all.set(recasing.join(), asked);
		for (const text of partsOf(typed)
			.filter(isConstant)
			.map((constant) => slotText(constant, slots)() ?? '')) {
			if (typed.kind === 'text-match') {
				asked.parts.set(`${typed.operator} ${text}`, { operator: typed.operator, part: text });
			} else {
				asked.literals.add(text);
				asked.hasOrder ||=
					typed.kind === 'between' ||
					(typed.kind === 'comparison' && typed.operator !== '=' && typed.operator !== '!=');
			}
		}
	}
	return [...all.values()].map(({ recasing, literals, hasOrder, parts }) => ({
		recasing,
		literals: [...literals].sort(compareText),
		hasOrder,
		parts: [...parts.values()],
	}));
}

/** null where a text among them is one that automata cannot read. */
export function machinesFor(questions: readonly TextQuestions[]): readonly RecasedMachine[] | null {
	const isReadable = questions.every(({ literals, parts }) =>
		[...literals, ...parts.map(({ part }) => part)].every(isWellFormed),
	);
	return isReadable
		? questions.flatMap(({ recasing, literals, hasOrder, parts }) => [
				...(literals.length > 0 ? [{ recasing, machine: literalMachine(literals, hasOrder) }] : []),
				...parts.map(({ operator, part }) => ({
					recasing,
					machine: operator === 'matches' ? patternMachine(part) : partMachine(part, operator),
				})),
			])
		: null;
}

interface Part {
	readonly operator: TextOperator;
	readonly part: string;
}

/** null where the operand does not hang on the text: `coalesce('A', name)`. */
function recasingOf(operand: TypedRule): Recasing | null {
	if (operand.kind !== 'call') {
		return [];
	}
	const [first] = operand.arguments;
	if (operand.name === 'coalesce') {
		return first && !isConstant(first) ? recasingOf(first) : null;
	}
	const inner = first ? recasingOf(first) : null;
	return inner && (operand.name === 'lower' || operand.name === 'upper') ? [...inner, operand.name] : null;
}
