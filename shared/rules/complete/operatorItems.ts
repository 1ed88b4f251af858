import type { CompletionContext } from './completionContext.ts';
import type { CompletionItem } from './CompletionItem.ts';
import type { ColumnType } from '../../model/columnType.ts';

interface OperatorFacts {
	readonly label: string;
	readonly description: string;
	readonly types: readonly ColumnType[];
}

const ordered: readonly ColumnType[] = ['integer', 'decimal', 'date', 'timestamp', 'text'];
const all: readonly ColumnType[] = [...ordered, 'boolean'];

/** What can follow an operand, by the type of the field. */
const operators: readonly OperatorFacts[] = [
	{ label: '=', description: 'equal to', types: all },
	{ label: '!=', description: 'not equal to', types: all },
	{ label: '<', description: 'below', types: ordered },
	{ label: '<=', description: 'at most', types: ordered },
	{ label: '>', description: 'above', types: ordered },
	{ label: '>=', description: 'at least', types: ordered },
	{ label: 'between', description: 'between two bounds, both included', types: ordered },
	{ label: 'in', description: 'one of a list', types: ordered },
	{ label: 'not in', description: 'none of a list', types: ordered },
	{ label: 'contains', description: 'has the text somewhere', types: ['text'] },
	{ label: 'starts with', description: 'begins with the text', types: ['text'] },
	{ label: 'ends with', description: 'ends with the text', types: ['text'] },
	{ label: 'matches', description: 'matches a regular expression', types: ['text'] },
	{ label: 'is null', description: 'has no value', types: all },
	{ label: 'is not null', description: 'has a value', types: all },
];

const keywords = {
	and: 'both conditions are true',
	or: 'at least one condition is true',
	not: 'the condition is false',
	with: '',
	null: 'no value',
} as const;

/** Operators and joining words that the grammar allows here. */
export function operatorItems(context: CompletionContext): CompletionItem[] {
	const { expected, field, before } = context;
	if (expected.has('comparison')) {
		const matching = operators.filter((entry) => field === null || entry.types.includes(field.type));
		return [...matching.map(operatorItem), ...joining(context)];
	}
	if (expected.has('in')) {
		const negatable = ['in', 'between', 'contains', 'starts with', 'ends with', 'matches'];
		return operators.filter((entry) => negatable.includes(entry.label)).map(operatorItem);
	}
	if (expected.has('with') && (before === 'starts' || before === 'ends')) {
		return [keywordItem('with')];
	}
	if (expected.has('null')) {
		return [
			keywordItem('null'),
			...(expected.has('not') ? [operatorItem({ label: 'not null', description: 'any value', types: all })] : []),
		];
	}
	return joining(context);
}

export function keywordItem(label: keyof typeof keywords): CompletionItem {
	return { label, insert: label, kind: 'keyword', detail: '', description: keywords[label] };
}

function joining({ expected, isAfterAmount }: CompletionContext): CompletionItem[] {
	const units = expected.has('unit') && isAfterAmount ? ['days', 'weeks', 'months', 'years'] : [];
	return [
		...(expected.has('and') ? [keywordItem('and')] : []),
		...(expected.has('or') ? [keywordItem('or')] : []),
		...units.map((unit) => ({
			...operatorItem({ label: unit, description: '', types: all }),
			kind: 'keyword' as const,
		})),
	];
}

function operatorItem({ label, description }: OperatorFacts): CompletionItem {
	return { label, insert: label, kind: 'operator', detail: '', description };
}
