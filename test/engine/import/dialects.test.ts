import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewSource } from '../../../engine/import/previewSource.ts';
import { runImport } from '../../../engine/import/runImport.ts';
import { setScratchRoot } from '../../../engine/import/source/ScratchFolder.ts';
import { randomDialect, randomOf } from '../../support/dialects/randomDialect.ts';
import { writeDialect } from '../../support/dialects/writeDialect.ts';
import { fileOf, plainTable } from './importFile.ts';
import { MemorySink } from './MemorySink.ts';

/** Ten times the files of export-dialects. */
const FILES = Number(process.env['TRANCHE_DIALECT_FILES'] ?? 130);
const GROUPS = 10;
const scratch = mkdtempSync(join(tmpdir(), 'tranche-dialects-'));
beforeAll(() => setScratchRoot(scratch));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test.each(Array.from({ length: GROUPS }, (_, group) => group))(
	'generated dialects, part %i, load with their values, names and left-out lines',
	async (group) => {
		for (let seed = group; seed < FILES; seed += GROUPS) {
			const random = randomOf(seed + 1);
			const spec = randomDialect(random);
			const file = writeDialect(spec, random, 60);
			const preview = await previewSource(fileOf(file.bytes), plainTable);
			const sink = new MemorySink();
			const table = await runImport(preview.plan, sink, { threads: 0, morselBytes: 1500 });
			const context = { seed, spec };
			expect({
				...context,
				names: preview.plan.columns.map(({ name }) => name),
				first: preview.skippedLines.first.length,
				last: preview.skippedLines.last.filter((line) => line !== '').length,
				quarantine: sink.quarantine,
				rows: sink.rows(table),
			}).toEqual({
				...context,
				names: file.names,
				first: file.skippedFirst,
				last: file.skippedLast,
				quarantine: [],
				rows: file.rows,
			});
		}
	},
	30_000,
);
