import { appendFileSync, rmSync, truncateSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { previewSource } from '../../../../engine/import/previewSource.ts';
import { runImport } from '../../../../engine/import/runImport.ts';
import { fileOf, plainTable } from '../importFile.ts';
import { MemorySink } from '../MemorySink.ts';
import { importSource, scratchFiles } from './importSource.ts';

const refused = (message: RegExp) => ({ code: 'data', message: expect.stringMatching(message) as string });

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
	const changed = Uint8Array.from(bytes);
	changed[at] = value;
	return changed;
}

/** A zip with one entry whose declared sizes are changed in the directory and in the local header. */
function lyingZip(content: Uint8Array, declaredBytes: number): Uint8Array {
	const bytes = zipSync({ 'a.csv': content });
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 0; at + 4 <= bytes.length; at++) {
		const signature = view.getUint32(at, true);
		if (signature === 0x02014b50) {
			view.setUint32(at + 24, declaredBytes, true);
		} else if (signature === 0x04034b50) {
			view.setUint32(at + 22, declaredBytes, true);
		}
	}
	return bytes;
}

function encryptedZip(): Uint8Array {
	const bytes = zipSync({ 'a.csv': strToU8('id\n1\n') });
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 0; at + 4 <= bytes.length; at++) {
		const signature = view.getUint32(at, true);
		const flags = signature === 0x02014b50 ? at + 8 : signature === 0x04034b50 ? at + 6 : null;
		if (flags !== null) {
			view.setUint16(flags, view.getUint16(flags, true) | 1, true);
		}
	}
	return bytes;
}

const table = strToU8('id,name\n1,a\n2,b\n');
const wide = Array.from({ length: 1_000_000 }, (_, index) => `c${index}`).join(',');

test.each<[string, () => Uint8Array | string, string, RegExp]>([
	['a gzip that is cut off', () => gzipSync(table).subarray(0, -9), 'a.csv.gz', /is damaged or cut off/],
	[
		'a gzip with a wrong checksum',
		() => withByte(gzipSync(table), gzipSync(table).length - 7, 1),
		'a.gz',
		/is damaged/,
	],
	['a gzip of nothing', () => gzipSync(''), 'a.csv.gz', /is empty/],
	['an encrypted zip', encryptedZip, 'a.zip', /protected by a password/],
	[
		'a zip that unpacks to more than it says',
		() => lyingZip(new Uint8Array(3_000_000).fill(97), 20),
		'a.zip',
		/unpacks to more than it declares/,
	],
	['a zip that unpacks beyond measure', () => lyingZip(table, 3_000_000_000), 'a.zip', /times its size/],
	['a zip of a bomb', () => zipSync({ 'a.csv': new Uint8Array(12_000_000).fill(97) }), 'a.zip', /times its size/],
	[
		'a zip with names that lead out',
		() => zipSync({ '../../etc/a.csv': table, '/b.csv': table }),
		'a.zip',
		/lead to places outside/,
	],
	['an empty zip', () => zipSync({}), 'a.zip', /without a file|list of contents/],
	[
		'a zip that is cut off',
		() => zipSync({ 'a.csv': table }).subarray(0, 60),
		'a.zip',
		/not a zip archive, or it is cut off/,
	],
	[
		'an archive in an archive',
		() => zipSync({ 'b.zip': zipSync({ 'a.csv': table }) }),
		'a.zip',
		/an archive within an archive/,
	],
	[
		'an OpenDocument sheet',
		() => zipSync({ 'META-INF/manifest.xml': table, 'content.xml': table }),
		'a.ods',
		/OpenDocument/,
	],
	['an old workbook', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'a.xls', /Excel 97 to 2003/],
	[
		'a web page named as a workbook',
		() => '<html><table><tr><td>1</td></tr></table></html>',
		'a.xls',
		/web page or XML/,
	],
	[
		'a tar in a gzip',
		() => gzipSync(Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar  '), Buffer.alloc(300)])),
		'a.tgz',
		/tar archive/,
	],
	['a PDF', () => '%PDF-1.7\n', 'a.csv', /PDF document/],
	[
		'random bytes',
		() => Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)),
		'a.csv',
		/not a text file|damaged/,
	],
	['JSON that is no list of objects', () => '[1, 2, 3]', 'a.json', /no list of objects/],
	['JSON nested without end', () => `[${'['.repeat(100_000)}`, 'a.json', /nests its values more than 200 levels/],
	[
		'JSON with ids as keys',
		() => JSON.stringify(Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`k${index}`, 1]))),
		'a.jsonl',
		/more than 5,000 different keys/,
	],
	['a million columns', () => `${wide}\n${'1,'.repeat(999_999)}1\n`, 'a.csv', /columns|line/],
	['a million columns in a gzip', () => gzipSync(`${wide}\n${'1,'.repeat(999_999)}1\n`), 'a.csv.gz', /columns|line/],
	[
		'a database with a broken page',
		() => Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(2000, 7)]),
		'a.db',
		/cannot be read/,
	],
	['a Parquet file that is only a marker', () => 'PAR1', 'a.parquet', /a\.parquet/],
])('%s is refused in a sentence', async (_name, content, name, message) => {
	await expect(importSource(fileOf(content(), name), plainTable)).rejects.toMatchObject(refused(message));
});

test('an object nested too deeply, a broken line and a value that is no object go to quarantine', async () => {
	const lines = [
		'{"a":1}',
		'{"a":',
		'[1,2]',
		'7',
		`{"a":${'{"b":'.repeat(50)}1${'}'.repeat(50)}}`,
		'{"a.b":1,"a":{"b":2}}',
		'{"a":2}',
	];
	const { sink, table: loaded, rows } = await importSource(fileOf(lines.join('\n'), 'a.jsonl'), plainTable);
	expect(sink.quarantine.map(({ line, reason }) => [line, reason])).toEqual([
		[2, 'The text is not JSON.'],
		[4, 'The value is not a JSON object.'],
		[6, 'The object has two values for "a.b".'],
	]);
	expect(loaded).toMatchObject({ rowsRead: 7, rowsLoaded: 4, rowsQuarantined: 3 });
	expect(rows).toHaveLength(4);
});

test('a value that is too long for a table goes to quarantine with its row', async () => {
	const path = fileOf(
		JSON.stringify([
			{ id: 1, v: 'x' },
			{ id: 2, v: 'y'.repeat(300_000) },
			{ id: 3, v: 'z' },
		]),
		'a.json',
	);
	const { sink, rows } = await importSource(path, plainTable);
	expect(rows).toEqual([
		[1, 'x'],
		[3, 'z'],
	]);
	expect(sink.quarantine.map(({ line, reason }) => [line, reason])).toEqual([
		[2, 'Row 2: A value has 300,000 characters; up to 250,000 are read.'],
	]);
});

test('a single JSON value of more than 64 MB is refused', async () => {
	const path = fileOf(`[{"a":"${'x'.repeat(70_000_000)}"}]`, 'a.json');
	await expect(importSource(path, plainTable)).rejects.toMatchObject(refused(/a single value of more than 64 MB/));
});

test('a cancel while unpacking ends the import and leaves no copy behind', async () => {
	const path = fileOf(gzipSync(`id,v\n${'1,abcdefghij\n'.repeat(400_000)}`), 'big.csv.gz');
	const { plan } = await previewSource(path, plainTable);
	const controller = new AbortController();
	const run = runImport(plan, new MemorySink(), {
		signal: controller.signal,
		onProgress: ({ phase }) => phase === 'preparing' && controller.abort(),
	});
	await expect(run).rejects.toMatchObject({ code: 'cancelled' });
	expect(scratchFiles()).toEqual([]);
});

test.each<[string, (path: string) => void, RegExp]>([
	['grows', (path) => appendFileSync(path, 'more'), /was changed while it was read/],
	['is cut off', (path) => truncateSync(path, 30), /was changed while it was read/],
	['vanishes', (path) => rmSync(path), /There is no file/],
])('a packed file that %s while it is read is told', async (_name, change, message) => {
	const path = fileOf(gzipSync(`id,v\n${'1,abcdefghij\n'.repeat(100_000)}`), 'b.csv.gz');
	const { plan } = await previewSource(path, plainTable);
	let isChanged = false;
	const run = runImport(plan, new MemorySink(), {
		onProgress: () => {
			if (!isChanged) {
				isChanged = true;
				change(path);
			}
		},
	});
	await expect(run).rejects.toMatchObject(refused(message));
});
