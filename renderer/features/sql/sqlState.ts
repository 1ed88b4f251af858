import type { SqlColumn, SqlRefusal } from '#shared/model/sqlConsole.ts';
import type { Table } from 'apache-arrow';
import { Store } from '../../engine/Store.ts';

export interface SqlResultRows {
	readonly kind: 'rows';
	readonly columns: readonly SqlColumn[];
	readonly table: Table;
	readonly count: number;
	readonly hasMore: boolean;
	readonly durationMs: number;
	/** When it was run, ISO 8601. */
	readonly at: string;
	/** The statement that was run, as it stood. */
	readonly text: string;
}

export interface SqlResultRefusal extends SqlRefusal {
	/** Where in the editor's text the statement began. */
	readonly from: number;
}

/** What one console holds, so that it is there again when its tab is. */
export interface ConsoleState {
	readonly text: string;
	readonly result: SqlResultRows | SqlResultRefusal | null;
	readonly isHistoryShown: boolean;
}

const empty: ConsoleState = { text: '', result: null, isHistoryShown: false };

const consoles = new Map<string, Store<ConsoleState>>();

/** The state of a console of a project; the same store for the same names. */
export function consoleState(projectPath: string, consoleId: string): Store<ConsoleState> {
	const key = `${consoleId} ${projectPath}`;
	const known = consoles.get(key) ?? new Store(empty);
	consoles.set(key, known);
	return known;
}
