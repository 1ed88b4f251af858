import type { TypedRule } from '#shared/rules/TypedRule.ts';
import { PatternMatcher } from '../pattern/PatternMatcher.ts';
import type { FillTexts, FillTruths } from './BlockReader.ts';
import type { BlockScope } from './BlockScope.ts';
import { compileText } from './compileText.ts';

type TextMatch = TypedRule & { readonly kind: 'text-match' };

/** Whether texts contain, begin with, end with or match another; unknown where one of the two is missing. */
export function textMatch(typed: TextMatch, scope: BlockScope): FillTruths {
	const operand = compileText(typed.operand, scope);
	switch (typed.operator) {
		case 'matches': {
			const { pattern } = typed;
			const matcher = new PatternMatcher(pattern.kind === 'constant' && pattern.type === 'text' ? pattern.value : '');
			return ofTexts(operand, (text) => matcher.matches(text), scope);
		}
		case 'contains':
			return ofPairs(operand, compileText(typed.pattern, scope), (text, part) => text.includes(part), scope);
		case 'starts with':
			return ofPairs(operand, compileText(typed.pattern, scope), (text, part) => text.startsWith(part), scope);
		case 'ends with':
			return ofPairs(operand, compileText(typed.pattern, scope), (text, part) => text.endsWith(part), scope);
	}
}

function ofTexts(operand: FillTexts, holds: (text: string) => boolean, { texts }: BlockScope): FillTruths {
	return (from, count, into) => {
		const values = texts.take();
		operand(from, count, values);
		for (let index = 0; index < count; index++) {
			const text = values[index]!;
			into[index] = text === null ? 2 : holds(text) ? 1 : 0;
		}
		texts.giveBack();
	};
}

function ofPairs(
	operand: FillTexts,
	pattern: FillTexts,
	holds: (text: string, part: string) => boolean,
	{ texts }: BlockScope,
): FillTruths {
	return (from, count, into) => {
		const values = texts.take();
		const parts = texts.take();
		operand(from, count, values);
		pattern(from, count, parts);
		for (let index = 0; index < count; index++) {
			const [text, part] = [values[index]!, parts[index]!];
			into[index] = text === null || part === null ? 2 : holds(text, part) ? 1 : 0;
		}
		texts.giveBack();
		texts.giveBack();
	};
}
