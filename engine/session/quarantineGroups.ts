import type { QuarantineGroup } from '#shared/model/quarantineFix.ts';
import type { Job } from '../job.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { quarantineBatches } from './quarantineBatches.ts';

/** Further reasons are put together. */
const MAX_GROUPS = 500;
const other = { key: 'Other reasons', column: null, value: null } as const;
const EXAMPLES = 4;
const EXAMPLE_LENGTH = 200;
/** Where a row stands, which the import says first for files that have no lines and for several files in one table. */
const PLACE = /^(?:Row [\d,]+|[^"]+?, (?:line|row) [\d,]+): /;
/** The sentence of describeFailure. */
const VALUE_REASON = /^"(.*)" in column "(.*)" is (not .*)$/s;
/** The reason of a row that a person left out begins with this; its text is written as tables are shown, not as its file was. */
export const EXCLUDED = 'Excluded: ';

export interface QuarantineIndex {
	readonly groups: readonly QuarantineGroup[];
	/** Group of each row, by position. */
	readonly groupOf: Uint16Array;
}

interface GroupUnderWay {
	readonly id: number;
	readonly reason: string;
	readonly column: string | null;
	rows: number;
	readonly examples: string[];
}

/** Sorts the quarantine of a table by reason, whatever the value of each row; groups in order of first appearance. */
export async function quarantineGroups(store: ProjectStore, table: StoredTable, job: Job): Promise<QuarantineIndex> {
	const groups = new Map<string, GroupUnderWay>();
	const groupOf = new Uint16Array(table.rowsQuarantined);
	let position = 0;
	for (const batch of quarantineBatches(store, table.id, table.rowsQuarantined)) {
		for (const { reason, text } of batch) {
			const kind = kindOf(reason);
			const { key, column, value } = groups.size < MAX_GROUPS || groups.has(kind.key) ? kind : other;
			let group = groups.get(key);
			if (!group) {
				group = { id: groups.size, reason: key, column, rows: 0, examples: [] };
				groups.set(key, group);
			}
			group.rows++;
			const example = (value ?? text).slice(0, EXAMPLE_LENGTH);
			if (group.examples.length < EXAMPLES && !group.examples.includes(example)) {
				group.examples.push(example);
			}
			groupOf[position++] = group.id;
		}
		await job.tick(position, table.rowsQuarantined, 'Sorting the quarantine by reason');
	}
	return { groups: [...groups.values()], groupOf };
}

function kindOf(full: string): { key: string; column: string | null; value: string | null } {
	const reason = full.startsWith(EXCLUDED) ? full : full.replace(PLACE, '');
	const match = VALUE_REASON.exec(reason);
	if (match) {
		return { key: `A value in column "${match[2]!}" is ${match[3]!}`, column: match[2]!, value: match[1]! };
	}
	if (reason.startsWith(EXCLUDED)) {
		return { key: reason, column: null, value: null };
	}
	return { key: reason.replace(/\d(?:[\d,.]*\d)?/g, '…'), column: null, value: null };
}
