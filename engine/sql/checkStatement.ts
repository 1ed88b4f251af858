import type { SqlToken } from '#shared/sql/tokenizeSql.ts';

/** What is wrong with a statement before SQLite sees it. */
export interface StatementFault {
	readonly message: string;
	readonly token: SqlToken | null;
}

const READING = ['select', 'with', 'values', 'explain'];
const INSTEAD = 'The console only reads: write a query that begins with SELECT, WITH or VALUES.';

/** Words at the beginning of a statement that people may try, and why it is refused. */
const reasons: Readonly<Record<string, string>> = {
	insert: 'INSERT would change data.',
	update: 'UPDATE would change data.',
	delete: 'DELETE would change data.',
	replace: 'REPLACE would change data.',
	create: 'CREATE would change the database.',
	drop: 'DROP would change the database.',
	alter: 'ALTER would change the database.',
	attach: 'ATTACH would open another file, and the console reads no files.',
	detach: 'DETACH would close a database.',
	vacuum: 'VACUUM would write a file.',
	pragma: 'PRAGMA would change how the database works.',
	begin: 'The console knows no transactions, because it changes nothing.',
	commit: 'The console knows no transactions, because it changes nothing.',
	savepoint: 'The console knows no transactions, because it changes nothing.',
	analyze: 'ANALYZE would write statistics.',
	reindex: 'REINDEX would write an index.',
};

/** Refuses everything but a single query. The database refuses writes a second time, by itself. */
export function checkStatement(tokens: readonly SqlToken[]): StatementFault | null {
	const [first] = tokens;
	if (!first) {
		return { message: 'There is no query to run.', token: null };
	}
	const verb = first.kind === 'word' ? first.value : '';
	if (!READING.includes(verb)) {
		return { message: `${reasons[verb] ?? ''} ${INSTEAD}`.trim(), token: first };
	}
	const explained = tokens.find(({ kind, value }) => kind === 'word' && !['explain', 'query', 'plan'].includes(value));
	if (verb === 'explain' && (!explained || !READING.includes(explained.value))) {
		return { message: INSTEAD, token: explained ?? first };
	}
	const end = tokens.findIndex(({ source }) => source === ';');
	const second = end < 0 ? undefined : tokens.slice(end).find(({ source }) => source !== ';');
	if (second) {
		return { message: 'Only one statement runs at a time. Select the one that you want to run.', token: second };
	}
	const parameter = tokens.find(({ kind, source }) => kind === 'symbol' && ['?', ':', '@'].includes(source));
	if (parameter) {
		return { message: 'Write the value itself: the console knows no parameters.', token: parameter };
	}
	return null;
}
