import { z } from 'zod';
import { importOverrides, importPlan, importPreview } from '#shared/model/importPlan.ts';
import { projectState } from '#shared/model/projectState.ts';
import { quarantinedRow, tableSummary } from '#shared/model/table.ts';
import { tableMapping } from '#shared/model/tableMapping.ts';
import { arrowBytes, method } from './method.ts';

const page = { from: z.int().nonnegative(), count: z.int().min(1).max(5000) };

/** By the values of a column; rows without one come last either way. */
const rowOrderRequest = z.strictObject({ column: z.string(), isDescending: z.boolean() });
export type RowOrderRequest = z.infer<typeof rowOrderRequest>;

export const tableMethods = {
	/** The files that dropped or chosen paths stand for, folders opened; those of one shape by their names stand together. */
	'tables.gather': method({
		kind: 'read',
		input: z.strictObject({ paths: z.array(z.string().min(1)) }),
		output: z.strictObject({ groups: z.array(z.array(z.string())), skipped: z.array(z.string()) }),
	}),
	'tables.preview': method({
		kind: 'read',
		input: z.strictObject({ path: z.string().min(1), overrides: importOverrides }),
		output: importPreview,
	}),
	'tables.import': method({
		kind: 'write',
		input: z.strictObject({ plan: importPlan, replaces: z.int().nullable() }),
		output: z.strictObject({ table: tableSummary, project: projectState }),
	}),
	'tables.remap': method({
		kind: 'write',
		input: z.strictObject({ tableId: z.int(), mapping: tableMapping }),
		output: projectState,
	}),
	'tables.remove': method({ kind: 'write', input: z.strictObject({ tableId: z.int() }), output: projectState }),
	/** Rows in file order, as an Arrow table with the file's headers; in another order with the number of each row first. */
	'tables.page': method({
		kind: 'read',
		input: z.strictObject({ tableId: z.int(), order: rowOrderRequest.nullable().optional(), ...page }),
		output: z.strictObject({ rows: arrowBytes, total: z.int() }),
	}),
	'tables.quarantine': method({
		kind: 'read',
		input: z.strictObject({ tableId: z.int(), ...page }),
		output: z.strictObject({ rows: z.array(quarantinedRow), total: z.int() }),
	}),
} as const;
