import { isByCustomer } from '#shared/model/tableMapping.ts';
import type { ClusterReader } from '../columns/ChunkReader.ts';
import type { Column } from '../columns/Column.ts';
import { CustomerBase } from '../columns/CustomerBase.ts';
import { gatherRows } from '../columns/gatherRows.ts';
import { readColumn } from '../columns/readRows.ts';
import type { FrameAttribute } from '../frame/buildFrame.ts';
import { loadEventTable, readClusterMeta, readEventKeys, type LoadedEvents } from '../import/cluster/loadEventTable.ts';
import type { ClusterMeta } from '../import/cluster/clusterMeta.ts';
import { normaliseKeys } from '../import/reshape/normaliseKeys.ts';
import type { Job } from '../job.ts';
import type { ProjectStore } from '../store/ProjectStore.ts';
import { damaged } from '../store/storeError.ts';
import type { StoredTable } from '../store/StoredTable.ts';
import { clusteredEvents } from './clusteredEvents.ts';
import { dataProblems } from './dataProblems.ts';
import { newestDay } from './newestDay.ts';
import type { ProjectData, UnmatchedRows } from './ProjectData.ts';
import { unmatchedRows } from './unmatchedRows.ts';

interface EventSource {
	readonly stored: StoredTable;
	readonly reader: ClusterReader;
	readonly meta: ClusterMeta;
}

/**
 * Puts the tables of a project together: the customer base (docs/decisions/0003-the-customer-base.md), attributes in its
 * order, and the events of each event table with the way to the base. Throws `data` for damage.
 */
export async function loadProjectData(
	store: ProjectStore,
	tables: readonly StoredTable[],
	job: Job,
): Promise<ProjectData> {
	const customers = tables.find(({ mapping }) => mapping.role === 'customers') ?? null;
	const sources: EventSource[] = [];
	for (const stored of tables.filter(({ mapping }) => isByCustomer(mapping))) {
		await job.tick(0, null, `Reading ${stored.name}`);
		sources.push(await eventSource(store, stored, job));
	}
	const base = customers
		? new CustomerBase([keysOf(store, customers)])
		: new CustomerBase(sources.map(({ reader, meta }) => readEventKeys(reader, meta)));

	const attributes: FrameAttribute[] = [];
	let signupDate: ProjectData['signupDate'] = null;
	let tag: Column | null = null;
	let reach: ProjectData['reach'] = null;
	if (customers) {
		const rows = base.sourceRows(0);
		const isInOrder = base.length === customers.rowsLoaded;
		const inBase = (name: string) => {
			const column = columnNamed(store, customers, name);
			return isInOrder ? column : gatherRows(column, rows);
		};
		for (const name of customers.mapping.attributes) {
			await job.tick(0, null, `Reading ${customers.name}`);
			attributes.push({ name, table: 'customers', column: inBase(name) });
		}
		const signup = customers.mapping.fields['signup_date'];
		signupDate = signup === undefined ? null : datesOf(inBase(signup));
		const tagged = customers.mapping.fields['tag'];
		tag = tagged === undefined ? null : inBase(tagged);
		const consents = ['consent', 'consent_sms'].flatMap((field) => customers.mapping.fields[field] ?? []);
		const email = customers.mapping.fields['email'];
		// Addresses are long texts: read only where nothing better says who can be written to.
		const isAddressNeeded = consents.length === 0 && email !== undefined;
		const isComplete = customers.columns.some(({ summary }) => summary.name === email && summary.nulls === 0);
		const addresses = isAddressNeeded ? (isComplete ? 'everybody' : inBase(email)) : null;
		reach = { consents: consents.map(inBase), email: addresses };
	}

	const loaded = new Map<StoredTable, LoadedEvents>();
	const unmatched = new Map<number, UnmatchedRows>();
	for (const { stored, reader, meta } of sources) {
		await job.tick(0, null, `Reading ${stored.name}`);
		const events = loadEventTable(reader, meta, (keys) => base.rowsOf(keys));
		loaded.set(stored, events);
		unmatched.set(stored.id, unmatchedRows(events.table, nounOf(events)));
		const offered = offeredAttributes(events, stored, customers !== null);
		if (offered.length > 0) {
			const customerOf = customersOfBase(events, base.length);
			for (const [name, column] of offered) {
				attributes.push({ name, table: stored.mapping.role, column: gatherRows(column, customerOf) });
			}
		}
	}
	const eventsOf = (role: 'orders' | 'recipients') =>
		[...loaded.values()].find(({ table }) => table.role === role)?.table ?? null;
	const recipients = tables.find(({ mapping }) => mapping.role === 'recipients');
	return {
		customers: base.length,
		customerId: (row) => base.customerId(row),
		rowsOf: (keys) => base.rowsOf(keys),
		attributes,
		signupDate,
		tag,
		reach,
		orders: eventsOf('orders'),
		recipients: eventsOf('recipients'),
		arms: recipients?.mapping.arms ?? null,
		unmatched,
		newestDay: newestDay(tables),
		problems: dataProblems(tables, loaded, base.length),
	};
}

/**
 * What an event table says of its customers: the attributes of its mapping, and where no customers table does, every column that
 * never changes within a customer.
 */
function offeredAttributes(
	{ attributes, meta }: LoadedEvents,
	{ mapping }: StoredTable,
	hasCustomersTable: boolean,
): [string, Column][] {
	const offered = new Set(hasCustomersTable ? mapping.attributes : [...mapping.attributes, ...meta.constantColumns]);
	return [...attributes].filter(([name]) => offered.has(name));
}

async function eventSource(store: ProjectStore, stored: StoredTable, job: Job): Promise<EventSource> {
	const reader = await clusteredEvents(store, stored, job);
	const meta = readClusterMeta(reader);
	if (meta === null) {
		throw damaged(store.path, `the events of ${stored.name} by customer are missing`);
	}
	return { stored, reader, meta };
}

function columnNamed(store: ProjectStore, table: StoredTable, name: string | undefined): Column {
	const position = table.columns.findIndex(({ summary }) => summary.name === name);
	const column = table.columns[position];
	if (!column) {
		throw damaged(store.path, `the column ${name ?? 'of the customer'} of ${table.name} is missing`);
	}
	return readColumn(store.tables.chunks(table.id), position, column.storage);
}

function keysOf(store: ProjectStore, { mapping, ...table }: StoredTable): Column {
	const keys = columnNamed(store, { mapping, ...table }, mapping.fields['customer_id']);
	return normaliseKeys(keys, mapping.keyForm ?? []);
}

function datesOf(column: Column): ProjectData['signupDate'] {
	return column.kind === 'date' || column.kind === 'timestamp' ? column : null;
}

/** What an event is called: rows that were put together or taken apart are no longer those of the file. */
function nounOf({ meta }: LoadedEvents): string {
	switch (meta.counts?.kind) {
		case 'messages':
			return 'message';
		case 'lines':
			return 'order line';
		case 'rows':
		case undefined:
			return 'row';
	}
}

/** For each row of the base the customer of the event table, -1 where it has none. */
function customersOfBase({ table }: LoadedEvents, customers: number): Int32Array {
	const customerOf = new Int32Array(customers).fill(-1);
	const { baseRows } = table;
	for (let customer = 0; customer < baseRows.length; customer++) {
		const row = baseRows[customer]!;
		if (row >= 0) {
			customerOf[row] = customer;
		}
	}
	return customerOf;
}
