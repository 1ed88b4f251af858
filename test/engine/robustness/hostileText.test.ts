import { closeSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { contentOf, projectWithCustomers, startImport } from './projectFixture.ts';

// Processes are started, and files of a gigabyte are looked at: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000 });

const MOST_PEAK_BYTES = 900 * 2 ** 20;
const MEGABYTE = 2 ** 20;

/** Fills a file by repeating a piece; sparse where the piece is a NUL. */
function filled(path: string, head: string, piece: string, sizeBytes: number): void {
	writeFileSync(path, head);
	if (piece === '\0') {
		truncateSync(path, sizeBytes);
		return;
	}
	const file = openSync(path, 'a');
	const part = Buffer.from(piece.repeat(Math.ceil(MEGABYTE / piece.length)));
	for (let written = 0; written < sizeBytes; written += part.length) {
		writeSync(file, part);
	}
	closeSync(file);
}

interface Hostile {
	readonly what: string;
	readonly write: (path: string) => void;
	readonly sentence: RegExp;
}

const HEADER = 'customer_id,order_date,revenue\n';
const ROWS = '1,2026-01-01,10.50\n'.repeat(60_000);

const files: readonly Hostile[] = [
	{
		what: 'a million columns',
		write: (path) => {
			const header = Array.from({ length: 1_000_000 }, (_, column) => `c${column}`).join(',');
			writeFileSync(path, `${header}\n${',1'.repeat(999_999)}\n`);
		},
		sentence: /The first line of .* is longer than/,
	},
	{
		what: 'a gigabyte of NUL bytes inside of quotes, far from the beginning',
		write: (path) => filled(path, `${HEADER}${ROWS}1,2026-01-01,"`, '\0', 1024 * MEGABYTE),
		sentence: /not a text file|line of more than/,
	},
	{
		what: 'a first line of a gigabyte',
		write: (path) => filled(path, 'customer_id,', '\0', 1024 * MEGABYTE),
		sentence: /is not a text file/,
	},
	{ what: 'nothing but quotes', write: (path) => filled(path, '', '"', 16 * MEGABYTE), sentence: /first line|quote/ },
	{
		what: 'nothing but line breaks',
		write: (path) => filled(path, '', '\n', 16 * MEGABYTE),
		sentence: /line|rows|empty/,
	},
	{
		what: 'nothing but NUL bytes',
		write: (path) => filled(path, '', '\0', 16 * MEGABYTE),
		sentence: /is not a text file/,
	},
	{
		what: 'nothing but delimiters',
		write: (path) => filled(path, HEADER, ',', 16 * MEGABYTE),
		sentence: /could not be loaded/,
	},
];

test.each(files)('$what: refused in a sentence or bounded, in bounded memory', async ({ write, sentence }) => {
	const folder = temporaryFolder();
	const project = await projectWithCustomers(folder);
	const path = join(folder, 'hostile.csv');
	write(path);
	const outcome = await startImport(project, path).outcome;
	expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringMatching(sentence) });
	expect(outcome!.peakBytes).toBeLessThan(MOST_PEAK_BYTES);
	expect((await contentOf(project)).tables).toEqual(['customers 3']);
});

test('a quote that is never closed takes the rest of the file into quarantine, in bounded memory', async () => {
	const folder = temporaryFolder();
	const project = await projectWithCustomers(folder);
	const path = join(folder, 'odd.csv');
	filled(path, `${HEADER}${ROWS}1,2026-01-01,"`, 'x', 48 * MEGABYTE);
	const outcome = await startImport(project, path).outcome;
	expect(outcome).toMatchObject({ kind: 'imported', rows: 60_000, quarantined: 1 });
	expect(outcome!.peakBytes).toBeLessThan(MOST_PEAK_BYTES);
});
