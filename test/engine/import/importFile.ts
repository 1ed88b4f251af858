import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { previewImport } from '../../../engine/import/previewImport.ts';
import { runImport } from '../../../engine/import/runImport.ts';
import type { ImportOptions } from '../../../engine/import/ImportedTable.ts';
import type { ImportOverrides } from '../../../shared/model/importPlan.ts';
import { aroundFiles } from '../../support/aroundFiles.ts';
import { MemorySink } from './MemorySink.ts';

let folder = '';
let files = 0;
aroundFiles(
	() => (folder = mkdtempSync(join(tmpdir(), 'tranche-import-'))),
	() => rmSync(folder, { recursive: true, force: true }),
);

/** Writes a file into the folder of this test file and returns its path. */
export function fileOf(content: string | Uint8Array, name = 'data.csv'): string {
	const path = join(folder, `${files++}-${name}`);
	writeFileSync(path, content);
	return path;
}

/** Preview and import of a file with everything kept in memory. */
export async function importFile(path: string, overrides: ImportOverrides = {}, options: ImportOptions = {}) {
	const preview = previewImport(path, overrides);
	const sink = new MemorySink();
	const table = await runImport(preview.plan, sink, options);
	return { preview, sink, table, rows: sink.rows(table) };
}

/** A table without a role to play: every row loads, whatever its columns are. */
export const plainTable: ImportOverrides = {
	mapping: { role: 'customers', fields: {}, attributes: [], arms: null },
};
