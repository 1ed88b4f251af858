import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { previewImport } from '../../../../engine/import/previewImport.ts';
import { runImport } from '../../../../engine/import/runImport.ts';
import { BUFFER_PADDING } from '../../../../engine/import/scan/FieldBlock.ts';
import { FileWindow, MAX_LINE_BYTES } from '../../../../engine/import/scan/FileWindow.ts';
import { fileOf, plainTable } from '../importFile.ts';
import { MemorySink } from '../MemorySink.ts';

const TEXT = 'x'.repeat(2 ** 18);

/** A sparse file: what follows the text are zero bytes, which take up no room on the disk. */
function sparseFile(text: string, sizeBytes: number): string {
	const path = fileOf(text);
	truncateSync(path, sizeBytes);
	return path;
}

/** Bytes of the line that a window holds once it has seen its end. */
function readLine(path: string, sizeBytes: number): number {
	const fd = openSync(path, 'r');
	onTestFinished(() => closeSync(fd));
	const window = new FileWindow(fd, path, sizeBytes);
	window.load(0);
	while (!window.isLast) {
		window.advance(BUFFER_PADDING);
	}
	return window.limit - BUFFER_PADDING;
}

test('a line is read up to the length that the message names, and not beyond', () => {
	expect(readLine(sparseFile('', MAX_LINE_BYTES), MAX_LINE_BYTES)).toBe(MAX_LINE_BYTES);
	const path = sparseFile('', MAX_LINE_BYTES + 1);
	expect(() => readLine(path, MAX_LINE_BYTES + 1)).toThrow(
		`${path} has a line of more than 64 MB. Check that it is a text file with line breaks.`,
	);
});

test.each([0, 2])(
	'a file whose second row is a gigabyte long is refused with little memory, with %i threads',
	async (threads) => {
		const start = 'id,name\n1,a\n2,';
		const { plan } = previewImport(fileOf(`${start}b\n`), plainTable);
		const path = sparseFile(`${start}${TEXT}`, 2 ** 30);
		// Text wherever the import looks for samples, so that the file is not taken for something else.
		const fd = openSync(path, 'r+');
		[0.25, 0.5, 0.75, 1].forEach((share) => writeSync(fd, TEXT, Math.floor((2 ** 30 - TEXT.length) * share)));
		closeSync(fd);
		const peakMb = () => process.resourceUsage().maxRSS / 1024;
		const beforeMb = peakMb();
		const startedMs = performance.now();
		const error = await runImport({ ...plan, path }, new MemorySink(), { threads }).catch((cause: unknown) => cause);
		expect(error).toMatchObject({
			code: 'data',
			message: `${path} has a line of more than 64 MB. Check that it is a text file with line breaks.`,
		});
		// A window and the one before it per thread, and what the threads themselves take.
		expect(peakMb() - beforeMb).toBeLessThan(400);
		expect(performance.now() - startedMs).toBeLessThan(10_000);
	},
);
