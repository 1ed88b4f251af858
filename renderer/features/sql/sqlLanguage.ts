import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { sql, SQLite, type SQLNamespace } from '@codemirror/lang-sql';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { SqlTable } from '#shared/model/sqlConsole.ts';
import { typeLabels } from '../../ui/typeLabels.ts';
import { format } from '../../ui/format.ts';
import { quoted } from './sqlExamples.ts';
import { functionCompletions } from './sqlFunctions.ts';

/** SQLite's words, and the tables, columns and functions that there are, offered while typing. */
export function sqlLanguage(tables: readonly SqlTable[]): Extension {
	const support = sql({ dialect: SQLite, schema: namespaceOf(tables), upperCaseKeywords: true });
	const completions = [...columnCompletions(tables), ...functionCompletions];
	return [
		support,
		SQLite.language.data.of({ autocomplete: (context: CompletionContext) => completeWord(context, completions) }),
		syntaxHighlighting(colors),
		look,
	];
}

function namespaceOf(tables: readonly SqlTable[]): SQLNamespace {
	return Object.fromEntries(
		tables.map(({ name, rows, columns }) => [
			// A dot would be read as a schema and a table.
			name.replaceAll('.', String.raw`\.`),
			{
				self: { label: name, type: 'type', detail: `${format.count(rows)} rows` },
				children: columns.map((column) => ({
					label: column.name,
					type: 'property',
					detail: typeLabels[column.type],
				})),
			},
		]),
	);
}

/** Every column once, with the tables that have it; the language itself offers columns only behind a table and a dot. */
function columnCompletions(tables: readonly SqlTable[]): Completion[] {
	const holders = new Map<string, { readonly detail: string; readonly tables: string[] }>();
	for (const table of tables) {
		for (const { name, type } of table.columns) {
			const holder = holders.get(name) ?? { detail: typeLabels[type], tables: [] };
			holder.tables.push(table.name);
			holders.set(name, holder);
		}
	}
	return [...holders].map(([name, { detail, tables: names }]) => ({
		label: name,
		apply: quoted(name),
		type: 'property',
		detail: `${detail}, ${names.join(', ')}`,
		boost: 2,
	}));
}

function completeWord(context: CompletionContext, options: readonly Completion[]): CompletionResult | null {
	const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u);
	return word && word.to > word.from ? { from: word.from, options, validFor: /^[\p{L}\p{N}_]*$/u } : null;
}

const colors = HighlightStyle.define([
	{
		tag: [tags.operatorKeyword, tags.keyword, tags.bool, tags.null, tags.typeName],
		color: 'var(--tranche-syntax-keyword)',
	},
	{ tag: [tags.string, tags.special(tags.string)], color: 'var(--tranche-syntax-string)' },
	{ tag: tags.number, color: 'var(--tranche-syntax-number)' },
	{ tag: tags.standard(tags.name), color: 'var(--tranche-syntax-function)' },
	{ tag: tags.name, color: 'var(--tranche-syntax-field)' },
	{ tag: tags.operator, color: 'var(--tranche-syntax-operator)' },
	{ tag: [tags.lineComment, tags.blockComment], color: 'var(--tranche-syntax-comment)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
	'&': {
		height: '100%',
		color: 'var(--vscode-editor-foreground)',
		fontSize: 'var(--vscode-editor-font-size)',
	},
	'&.cm-focused': { outline: 'none' },
	'.cm-scroller': { fontFamily: 'var(--vscode-editor-font-family)', lineHeight: '1.5' },
	'.cm-content': { padding: '6px 0', caretColor: 'var(--vscode-editor-foreground)' },
	'.cm-line': { padding: '0 8px' },
	'.cm-gutters': {
		border: 'none',
		background: 'var(--vscode-editor-background)',
		color: 'var(--vscode-descriptionForeground)',
	},
	'.cm-cursor': { borderLeftColor: 'var(--vscode-editor-foreground)' },
	'.cm-placeholder': { color: 'var(--vscode-input-placeholderForeground)' },
	'&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
		background: 'var(--vscode-editor-selectionBackground)',
	},
	'.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
		background: 'transparent',
		outline: '1px solid var(--vscode-descriptionForeground)',
	},
	'.cm-tooltip': {
		border: '1px solid var(--vscode-widget-border)',
		background: 'var(--vscode-editorWidget-background)',
		color: 'var(--vscode-foreground)',
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--vscode-editor-font-family)', maxHeight: '15em' },
	'.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
	'.cm-tooltip-autocomplete ul li[aria-selected]': {
		background: 'var(--vscode-editorSuggestWidget-selectedBackground)',
		color: 'var(--vscode-foreground)',
	},
	'.cm-completionDetail': { color: 'var(--vscode-descriptionForeground)', fontStyle: 'normal' },
	'.cm-diagnostic': { padding: '4px 8px', fontFamily: 'var(--vscode-font-family)' },
	'.cm-diagnostic-error': { borderLeftColor: 'var(--vscode-editorError-foreground)' },
	'.cm-lintRange-error': {
		backgroundImage: 'none',
		textDecoration: 'underline wavy var(--vscode-editorError-foreground)',
		textUnderlineOffset: '3px',
	},
});
