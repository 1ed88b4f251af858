import { z } from 'zod';
import { importPlan } from '#shared/model/importPlan.ts';
import { projectState } from '#shared/model/projectState.ts';
import { fixPreview, quarantineEntry, quarantineFix, quarantineGroup } from '#shared/model/quarantineFix.ts';
import { rowFilter } from '#shared/model/rowFilter.ts';
import { tableSummary } from '#shared/model/table.ts';
import { reimportMode, tableDiff } from '#shared/model/tableDiff.ts';
import { identityReport, tableQuality } from '#shared/model/tableQuality.ts';
import { arrowBytes, method, nothing } from './method.ts';

const tableId = z.int();
const page = { from: z.int().nonnegative(), count: z.int().min(1).max(5000) };
/** A change of a table ends in another version of it, with another id. */
const revised = z.strictObject({ table: tableSummary, project: projectState });

/** What can be asked of single tables, and done to them after they were imported. */
export const qualityMethods = {
	'quality.table': method({ kind: 'read', input: z.strictObject({ tableId }), output: tableQuality }),
	/** Rows that a finding is about as an Arrow table, their number in the table in the first column. */
	'quality.rows': method({
		kind: 'read',
		input: z.strictObject({ tableId, filter: rowFilter, ...page }),
		output: z.strictObject({ rows: arrowBytes, total: z.int() }),
	}),
	/** Moves the rows into the quarantine under the name of the exclusion. */
	'quality.exclude': method({
		kind: 'write',
		input: z.strictObject({ tableId, filter: rowFilter, name: z.string().min(1).max(120) }),
		output: revised,
	}),
	'quality.identity': method({ kind: 'read', input: nothing, output: identityReport }),
	'quarantine.groups': method({
		kind: 'read',
		input: z.strictObject({ tableId }),
		output: z.strictObject({ groups: z.array(quarantineGroup) }),
	}),
	/** `group` null lists all; `search` looks in line, text and reason, case left aside. */
	'quarantine.rows': method({
		kind: 'read',
		input: z.strictObject({ tableId, group: z.int().nullable(), search: z.string().max(500), ...page }),
		output: z.strictObject({ rows: z.array(quarantineEntry), total: z.int() }),
	}),
	'quarantine.preview': method({
		kind: 'read',
		input: z.strictObject({ tableId, fix: quarantineFix }),
		output: fixPreview,
	}),
	'quarantine.load': method({ kind: 'write', input: z.strictObject({ tableId, fix: quarantineFix }), output: revised }),
	/** CSV with line, reason and text. Refuses to replace an existing file. */
	'quarantine.export': method({
		kind: 'read',
		input: z.strictObject({ tableId, path: z.string().min(1) }),
		output: z.strictObject({ rows: z.int() }),
	}),
	/** How a newer export, of one file or several, is to be read: as the file of the table was where that is possible. */
	'reimport.plan': method({
		kind: 'read',
		input: z.strictObject({ tableId, paths: z.array(z.string().min(1)).min(1).max(10_000) }),
		output: z.strictObject({ plan: importPlan, notes: z.array(z.string()) }),
	}),
	/** Reads a newer export into staging and says what differs; nothing changes until it is applied. `keys` null chooses by role. */
	'reimport.compare': method({
		kind: 'write',
		input: z.strictObject({ tableId, plan: importPlan, keys: z.array(z.string()).max(20).nullable() }),
		output: tableDiff,
	}),
	'reimport.apply': method({
		kind: 'write',
		input: z.strictObject({ tableId, token: z.string(), mode: reimportMode }),
		output: revised,
	}),
	'reimport.forget': method({ kind: 'write', input: nothing, output: nothing }),
} as const;
