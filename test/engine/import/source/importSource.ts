import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ImportOptions } from '../../../../engine/import/ImportedTable.ts';
import { previewSource } from '../../../../engine/import/previewSource.ts';
import { runImport } from '../../../../engine/import/runImport.ts';
import { setScratchRoot } from '../../../../engine/import/source/ScratchFolder.ts';
import type { ImportOverrides } from '../../../../shared/model/importPlan.ts';
import { aroundFiles } from '../../../support/aroundFiles.ts';
import { MemorySink } from '../MemorySink.ts';

/** A scratch root of every test file's own, which must be empty when its tests are over. */
let scratchRoot = '';
aroundFiles(
	() => {
		scratchRoot = mkdtempSync(join(tmpdir(), 'tranche-scratch-'));
		setScratchRoot(scratchRoot);
	},
	() => {
		const left = scratchFiles();
		setScratchRoot(null);
		rmSync(scratchRoot, { recursive: true, force: true });
		expect(left).toEqual([]);
	},
);

export function scratchFiles(): string[] {
	return readdirSync(scratchRoot, { recursive: true }).map(String);
}

/** Preview and import of a file of any format, with everything kept in memory. */
export async function importSource(path: string, overrides: ImportOverrides = {}, options: ImportOptions = {}) {
	const preview = await previewSource(path, overrides);
	const sink = new MemorySink();
	const table = await runImport(preview.plan, sink, options);
	return { preview, sink, table, rows: sink.rows(table), columns: preview.plan.columns };
}
