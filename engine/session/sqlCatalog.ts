import { roleFacts } from '#shared/model/tableRole.ts';
import { customersSource, segmentsSource, type CustomerKey, type FrameColumn } from '../sql/frameSources.ts';
import type { SqlCatalog } from '../sql/SqlConsole.ts';
import { sqlNames } from '../sql/sqlNames.ts';
import { storedSource } from '../sql/storedSource.ts';
import type { Assignment } from '../rules/Assignment.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import { customFieldColumns } from './customFieldColumns.ts';
import type { Snapshot } from './Snapshot.ts';

/** Names of what is no imported table. An imported table of such a name keeps it, and these get a number behind. */
const FRAME_NAMES = ['customers_frame', 'segments'] as const;
const KEY_FIELD = 'customer_id';

/**
 * What queries of the console can name: every table, the customer frame as of the date in force with the custom fields of the project,
 * and who is in which segment.
 */
export function sqlCatalog(
	store: ProjectStore,
	{ state, tables, frame }: Snapshot,
	assign: () => Assignment,
): SqlCatalog {
	const names = sqlNames(tables.map(({ name }) => name));
	const sources = tables.map((table, index) => storedSource(names[index]!, table, store.tables.chunks(table.id)));
	if (frame.length === 0) {
		return { revision: state.revision, sources };
	}
	const [customers, segments] = sqlNames(FRAME_NAMES, names);
	const key = customerKey(tables);
	const custom = customFieldColumns(state.segmentation, frame).map(({ name, of }): FrameColumn => ({
		name,
		type: of([]).type,
		read: (from, to) => of(Int32Array.from({ length: to - from }, (_, row) => from + row)),
	}));
	return {
		revision: state.revision,
		sources: [
			...sources,
			customersSource(customers!, frame, key, custom),
			segmentsSource(segments!, frame, key, assign),
		],
	};
}

/** The key as the tables that the base is made of hold it. */
function customerKey(tables: Snapshot['tables']): CustomerKey {
	const customers = tables.filter(({ mapping }) => mapping.role === 'customers');
	const base = customers.length > 0 ? customers : tables.filter(({ mapping }) => roleFacts(mapping.role).isEvent);
	const keys = base.flatMap(({ mapping, columns }) =>
		columns.filter(({ summary }) => summary.name === mapping.fields[KEY_FIELD]),
	);
	return {
		name: keys[0]?.summary.name ?? KEY_FIELD,
		isInteger: keys.length > 0 && keys.every(({ summary }) => summary.type === 'integer'),
	};
}
