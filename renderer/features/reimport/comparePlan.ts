import type { ImportOverrides, ImportPlan } from '#shared/model/importPlan.ts';
import type { TableSummary } from '#shared/model/table.ts';
import type { CallOptions } from '#shared/protocol/EngineClient.ts';
import type { EngineSession } from '../../engine/EngineSession.ts';
import { compared } from './reimportState.ts';

/** How a newer export of a table is to be read: columns that the table knows keep their types. */
export async function planNewer(
	engine: EngineSession,
	table: TableSummary,
	path: string,
	options: CallOptions,
): Promise<ImportPlan> {
	const first = await engine.call('tables.preview', { path, overrides: {} }, options);
	const names = new Set(first.plan.columns.map(({ name }) => name));
	const types = Object.fromEntries(
		table.columns.filter(({ name }) => names.has(name)).map(({ name, type }) => [name, type]),
	);
	const overrides: ImportOverrides = { tableName: table.name, role: table.role, types };
	return (await engine.call('tables.preview', { path, overrides }, options)).plan;
}

/** Reads the export and compares it with the table; the outcome is kept in `compared`. */
export async function comparePlan(
	engine: EngineSession,
	tableId: number,
	plan: ImportPlan,
	keys: readonly string[] | null,
	options: CallOptions,
): Promise<void> {
	const diff = await engine.call('reimport.compare', { tableId, plan, keys: keys && [...keys] }, options);
	compared.set({ diff, plan });
}
