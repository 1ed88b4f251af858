import {
	completionStatus,
	startCompletion,
	type Completion,
	type CompletionContext,
	type CompletionResult,
} from '@codemirror/autocomplete';
import { counted } from '#shared/base/counted.ts';
import { completeRule, textValueItem } from '#shared/rules/complete/completeRule.ts';
import type { CompletionItem, RuleCompletion, WantedValues } from '#shared/rules/complete/CompletionItem.ts';
import { format } from '../format.ts';
import type { RuleHelp } from './RuleHelp.ts';

/** Values asked of the data for one list. */
const MOST_VALUES = 100;
/** Where a field lists its values, the list opens without counts rather than later than this. */
const MAX_WAIT_MS = 250;

/** While typing, the list opens after the first letter of a word or inside quotes; elsewhere Ctrl+Space opens it. */
export async function completeFromHelp(context: CompletionContext, help: RuleHelp): Promise<CompletionResult | null> {
	const { state, pos, explicit } = context;
	const names = help.rules.map(({ name }) => name);
	const answer = completeRule(state.doc.toString(), pos, help.fields, names);
	if (!answer || (!explicit && answer.from === pos)) {
		return null;
	}
	const items = await withValues(answer, help, context);
	return items.length === 0 ? null : { from: answer.from, to: answer.to, options: items.map(toOption) };
}

/** The values as they are in the data, with their counts, in place of those that the field lists. */
async function withValues(
	{ items, values }: RuleCompletion,
	help: RuleHelp,
	context: CompletionContext,
): Promise<readonly CompletionItem[]> {
	if (values === null) {
		return items;
	}
	const key = JSON.stringify([values, context.state.doc.toString()]);
	const known = late?.key === key ? late.items : null;
	late = null;
	const asked = known ? Promise.resolve(known) : countedValues(values, help, context);
	const hasListed = items.some(({ kind }) => kind === 'value');
	const counted = await (hasListed ? Promise.race([asked, after(MAX_WAIT_MS)]) : asked);
	if (counted) {
		return [...counted, ...items.filter(({ kind }) => kind !== 'value')];
	}
	void asked.then((found) => found && openAgain(context, { key, items: found }));
	return items;
}

/** An answer that came after the list had opened without it: the list opens once more, for the same text. */
let late: LateAnswer | null = null;

interface LateAnswer {
	readonly key: string;
	readonly items: readonly CompletionItem[];
}

function openAgain({ view, state }: CompletionContext, answer: LateAnswer): void {
	if (view && completionStatus(view.state) === 'active' && view.state.doc.eq(state.doc)) {
		late = answer;
		startCompletion(view);
	}
}

function after(durationMs: number): Promise<null> {
	return new Promise((resolve) => {
		setTimeout(() => resolve(null), durationMs);
	});
}

/** Null where the data cannot be asked now; what the field lists then has to do. */
async function countedValues(
	{ field, prefix, quote }: WantedValues,
	help: RuleHelp,
	context: CompletionContext,
): Promise<readonly CompletionItem[] | null> {
	const controller = new AbortController();
	context.addEventListener('abort', () => controller.abort(), { onDocChange: true });
	try {
		const { top } = await help.describe(field, { prefix, limit: MOST_VALUES }, controller.signal);
		return top.map(({ value, count }) =>
			textValueItem(String(value), quote, format.count(count), counted(count, 'customer')),
		);
	} catch {
		return null;
	}
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
