import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { sql, SQLite, type SQLNamespace } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { SqlTable } from '#shared/model/sqlConsole.ts';
import { editorLook } from '../../ui/code/editorLook.ts';
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
		editorLook,
		fill,
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

/** The editor fills its pane. */
const fill = EditorView.theme({ '&': { height: '100%' } });
