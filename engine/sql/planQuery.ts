import type { SqlColumn, SqlRefusal, SqlTable } from '#shared/model/sqlConsole.ts';
import { isSqliteError, QueryDatabase } from '../store/QueryDatabase.ts';
import { checkStatement } from './checkStatement.ts';
import { locateError, positionOf } from './locateError.ts';
import { tableDefinition } from './tableDefinition.ts';
import { tokenizeSql, type SqlToken } from '#shared/sql/tokenizeSql.ts';

export interface QueryPlan {
	readonly kind: 'plan';
	readonly tokens: readonly SqlToken[];
	readonly columns: readonly SqlColumn[];
	/** Tables that are read, by position, with the columns that are needed, in order; at least one each. */
	readonly uses: ReadonlyMap<number, readonly number[]>;
	/**
	 * `stream`: each row of one table gives at most one row of the result, so that rows can come straight from the columns;
	 * `image`: tables are read several times or sorted, which needs them as SQLite's own; `constant`: no table, or EXPLAIN.
	 */
	readonly way: 'stream' | 'image' | 'constant';
}

/** What of a statement's program says that rows pass through one by one. */
const STREAMING = new Set(
	'Init Transaction Goto OpenRead Rewind Column Next Close Halt ResultRow Copy SCopy IntCopy Integer Int64 Real String8 String Null Lt Le Gt Ge Eq Ne If IfNot IsNull NotNull And Or Not Add Subtract Multiply Divide Remainder Concat BitAnd BitOr BitNot ShiftLeft ShiftRight Function PureFunc Cast Affinity RealAffinity Noop Explain DecrJumpZero IfPos OffsetLimit MustBeInt IsTrue Blob Move Once ZeroOrNull TypeCheck Permutation Compare Jump'.split(
		' ',
	),
);

/** Checks a statement against empty tables of the same names and tells what it will read. */
export class QueryPlanner {
	readonly #tables: readonly SqlTable[];
	readonly #database: QueryDatabase;
	readonly #tableAt: ReadonlyMap<number, number>;

	constructor(tables: readonly SqlTable[]) {
		this.#tables = tables;
		this.#database = QueryDatabase.inMemory();
		for (const { name, columns } of tables) {
			this.#database.execute(tableDefinition(name, columns));
		}
		const roots = this.#database.rootPages();
		this.#tableAt = new Map(tables.map(({ name }, table) => [roots.get(name) ?? -1, table]));
	}

	close(): void {
		this.#database.close();
	}

	/** The database of empty tables, for EXPLAIN and for queries without tables. */
	get database(): QueryDatabase {
		return this.#database;
	}

	plan(text: string): QueryPlan | SqlRefusal {
		const tokens = tokenizeSql(text);
		const fault = checkStatement(tokens);
		if (fault) {
			const position = fault.token && positionOf(text, fault.token.offset, fault.token.source.length);
			return { kind: 'refused', message: fault.message, position };
		}
		const failure = this.#failureOf(text);
		if (failure !== null) {
			const position = locateError(text, tokens, failure, (part) => this.#failureOf(part));
			return { kind: 'refused', message: sentenceOf(failure), position };
		}
		const { isReadOnly, isQuery, columns } = this.#database.describe(text);
		if (!isReadOnly || !isQuery) {
			return { kind: 'refused', message: 'The console only reads: this statement would change data.', position: null };
		}
		const found = columns.map(({ name, table, origin }) => ({ name, type: this.#typeOf(table, origin) }));
		if (tokens[0]?.value === 'explain') {
			return { kind: 'plan', tokens, columns: found, uses: new Map(), way: 'constant' };
		}
		return { kind: 'plan', tokens, columns: found, ...this.#usesOf(text, tokens) };
	}

	#failureOf(text: string): string | null {
		try {
			this.#database.describe(text);
			return null;
		} catch (error) {
			if (isSqliteError(error)) {
				return error.message;
			}
			// The driver's own error for a text without a statement, such as the beginning of a comment.
			if (error instanceof RangeError) {
				return 'incomplete input';
			}
			throw error;
		}
	}

	/** Columns by SQLite's program, and besides those that are named anywhere, since names are resolved before they are dropped. */
	#usesOf(text: string, tokens: readonly SqlToken[]): Pick<QueryPlan, 'uses' | 'way'> {
		const cursors = new Map<number, number>();
		const used = new Map<number, Set<number>>();
		let isStreaming = true;
		let scans = 0;
		for (const [, opcode, p1, p2] of this.#database.iterate(`EXPLAIN ${text}`)) {
			isStreaming &&= STREAMING.has(String(opcode));
			scans += opcode === 'Rewind' ? 1 : 0;
			const table = opcode === 'OpenRead' ? this.#tableAt.get(Number(p2)) : undefined;
			if (table !== undefined) {
				cursors.set(Number(p1), table);
				used.set(table, used.get(table) ?? new Set());
			}
			const read = opcode === 'Column' ? cursors.get(Number(p1)) : undefined;
			if (read !== undefined) {
				used.get(read)!.add(Number(p2));
			}
		}
		const named = new Set(tokens.filter(({ kind }) => kind !== 'number').map(({ value }) => value.toLowerCase()));
		for (const [table, { name }] of this.#tables.entries()) {
			if (named.has(name.toLowerCase()) && !used.has(table)) {
				used.set(table, new Set());
			}
		}
		const uses = new Map<number, readonly number[]>();
		for (const [table, columns] of used) {
			for (const [column, { name }] of this.#tables[table]!.columns.entries()) {
				if (named.has(name.toLowerCase())) {
					columns.add(column);
				}
			}
			uses.set(table, columns.size === 0 ? [0] : [...columns].sort((left, right) => left - right));
		}
		if (uses.size === 0) {
			return { uses, way: 'constant' };
		}
		const hasRowNumber = ['rowid', '_rowid_', 'oid'].some((name) => named.has(name));
		return {
			uses,
			way: isStreaming && scans === 1 && cursors.size === 1 && uses.size === 1 && !hasRowNumber ? 'stream' : 'image',
		};
	}

	#typeOf(table: string | null, origin: string | null): SqlColumn['type'] {
		const found = this.#tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === origin);
		return found?.type ?? 'text';
	}
}

const sentences: readonly (readonly [RegExp, string])[] = [
	[/^near "([\s\S]*)": syntax error$/, 'The query cannot be read at "$1".'],
	[/^not authorized$/, 'The console loads no extensions and opens no files.'],
	[/^incomplete input$/, 'The query ends too early.'],
	[/^unrecognized token: "([\s\S]*)"$/, 'The query cannot be read at "$1". Is a quote missing?'],
	[
		/^no such column: "?(.+?)"? - should this be a string literal in single-quotes\?$/,
		"There is no column $1. Text stands in single quotes: '$1'.",
	],
	[/^no such column: (.+)$/, 'There is no column "$1" in these tables.'],
	[/^no such table: (.+)$/, 'There is no table "$1" in this project.'],
	[/^no such function: (.+)$/, 'There is no function "$1".'],
	[
		/^ambiguous column name: (.+)$/,
		'Several of these tables have a column "$1": write the name of the table and a dot before it.',
	],
	[/^wrong number of arguments to function (.+)\(\)$/, 'The function $1 takes another number of values.'],
	[
		/^misuse of aggregate:? (?:function )?(.+)\(\)$/,
		'The function $1 sums up rows and cannot stand here; a condition on it belongs after HAVING.',
	],
];

/** SQLite's message for a person; where none is known, its own words. */
export function sentenceOf(message: string): string {
	for (const [known, sentence] of sentences) {
		if (known.test(message)) {
			return message.replace(known, sentence);
		}
	}
	return `The query cannot be run: ${message}.`;
}
