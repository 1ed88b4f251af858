import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { linter, type Diagnostic } from '@codemirror/lint';
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import type { FrameField } from '#shared/model/frameField.ts';
import { checkRule } from '#shared/rules/checkRule.ts';
import { completeRule } from '#shared/rules/complete/completeRule.ts';
import type { CompletionItem } from '#shared/rules/complete/CompletionItem.ts';
import { ruleLanguage } from './ruleLanguage.ts';

const LINT_AFTER_MS = 150;

/** Tells an editor which fields there are now. */
export const setFields = StateEffect.define<readonly FrameField[]>();

/** State rather than configuration: changing the configuration would close an open list of completions. */
const knownFields = StateField.define<readonly FrameField[]>({
	create: () => [],
	update: (fields, transaction) =>
		transaction.effects.reduce((now, effect) => (effect.is(setFields) ? effect.value : now), fields),
});

/** Completion and underlined mistakes for rules on the given fields; both come from shared/rules. */
export function ruleAssistance(fields: readonly FrameField[]): Extension {
	return [
		knownFields.init(() => fields),
		ruleLanguage.language.data.of({ autocomplete: complete }),
		linter(
			({ state }) =>
				checkRule(state.doc.toString(), state.field(knownFields)).diagnostics.filter(isShown).map(toDiagnostic),
			{
				delay: LINT_AFTER_MS,
				needsRefresh: ({ startState, state }) => startState.field(knownFields) !== state.field(knownFields),
			},
		),
	];
}

/** While typing, the list opens after the first letter of a word or inside quotes; elsewhere Ctrl+Space opens it. */
function complete({ state, pos, explicit }: CompletionContext): CompletionResult | null {
	const answer = completeRule(state.doc.toString(), pos, state.field(knownFields));
	if (!answer || (!explicit && answer.from === pos)) {
		return null;
	}
	return { from: answer.from, to: answer.to, options: answer.items.map(toOption) };
}

const types: Readonly<Record<CompletionItem['kind'], string>> = {
	field: 'property',
	value: 'constant',
	operator: 'keyword',
	function: 'function',
	keyword: 'keyword',
};

function toOption({ label, insert, kind, detail, description }: CompletionItem, index: number): Completion {
	return {
		label,
		apply: insert,
		type: types[kind],
		detail,
		// The order of the items is the order of likelihood; the editor sorts by match first, then by this.
		boost: -Math.min(index, 99),
		...(description === '' ? {} : { info: description }),
	};
}

/** An empty rule is said below the editor; there is nothing to underline. */
function isShown({ from, to }: { readonly from: number; readonly to: number }): boolean {
	return to > from || from > 0;
}

function toDiagnostic({
	from,
	to,
	severity,
	message,
	line,
	column,
}: ReturnType<typeof checkRule>['diagnostics'][number]): Diagnostic {
	return { from, to, severity, message: `${line}:${column} ${message}` };
}
