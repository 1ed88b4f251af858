import type { TableSource } from '#shared/model/tableSource.ts';
import { inspectFile } from '../inspectFile.ts';
import { sampleFile, sampleOfBytes } from '../sampleFile.ts';
import { canonicalHead } from './canonicalHead.ts';
import { convertText } from './convertText.ts';
import type { FileHead } from './FileHead.ts';
import { listKeys } from './json/TopLevelLists.ts';
import { openRows, readableFile, requireFormat } from './openRows.ts';
import { recognizeSource, type RecognizedSource } from './recognize/recognizeSource.ts';
import type { TablePart } from './TablePart.ts';
import { ScratchFolder } from './ScratchFolder.ts';

const KEPT = 16;

const kept = new Map<string, FileHead>();

/**
 * Recognises a file and converts as much of it as a preview needs. The latest heads are kept, since each correction in a
 * preview asks again; a file that has changed is read anew.
 */
export async function readFileHead(path: string, wanted: Partial<TableSource>): Promise<FileHead> {
	const { sizeBytes, modifiedMs } = inspectFile(path);
	const key = JSON.stringify([path, sizeBytes, modifiedMs, { ...wanted, more: undefined }]);
	const known = kept.get(key);
	kept.delete(key);
	const head = known ?? (await convertHead(await recognizeSource(path, { ...wanted, more: [] })));
	kept.set(key, head);
	for (const oldest of [...kept.keys()].slice(0, -KEPT)) {
		kept.delete(oldest);
	}
	return { ...head, source: { ...head.source, more: wanted.more ?? [] } };
}

async function convertHead(recognized: RecognizedSource): Promise<FileHead> {
	const { source, address, facts, entries, lines, encodingFinding } = recognized;
	const choices = { entries: entries.map((entry) => ({ ...entry })), parts: [], lines: [...lines] };
	const notes = [...recognized.notes];
	if (source.format === 'delimited' || source.format === 'fixed-width') {
		return {
			source,
			name: tableFileName(source, address.path),
			sample: await textSample(recognized, notes),
			isCanonical: false,
			types: null,
			choices: { ...choices, unit: 'line' },
			encodingFinding,
			notes,
		};
	}
	const scratch = new ScratchFolder();
	const options = { scratch, onRead: () => undefined, isWhole: false };
	try {
		const isJson = source.format === 'json' || source.format === 'json-lines';
		const file = isJson ? address.path : await readableFile(source, address, options);
		const parts = isJson ? partsOfJson(recognized) : await (await requireFormat(source)).listParts(file);
		const part = source.part ?? parts.find(({ state }) => state === 'visible')?.name ?? null;
		const rows = await openRows(
			{ ...source, part },
			isJson ? address : { path: file, container: 'none', entry: null },
			options,
		);
		try {
			const head = await canonicalHead(address.path, facts, rows);
			return {
				source: { ...source, part },
				name: tableFileName({ ...source, part }, address.path),
				sample: head,
				isCanonical: true,
				types: rows.columns.map(({ type }) => type),
				choices: { ...choices, parts: parts.map((entry) => ({ ...entry })), unit: rows.unit },
				encodingFinding,
				notes: [...notes, ...rows.notes],
			};
		} finally {
			rows.close();
		}
	} finally {
		scratch.remove();
	}
}

/** The lists of an object that wraps a table; none where the file is a list itself. */
function partsOfJson({ source, head }: RecognizedSource): TablePart[] {
	const text = source.encoding === null ? head : Buffer.from(new TextDecoder(source.encoding).decode(head));
	const isWrapped = source.format === 'json' && /^\s*\{/.test(Buffer.from(text.subarray(0, 100)).toString());
	return isWrapped ? listKeys(text).map((name) => ({ name, state: 'visible', rows: null })) : [];
}

/** Text that is scanned where it lies is sampled all over; of other text there is only the head. */
async function textSample({ source, address, facts, head, isHeadComplete }: RecognizedSource, notes: string[]) {
	if (isInPlace(source)) {
		return sampleFile(address.path);
	}
	const chunks: Uint8Array[] = [];
	for await (const chunk of convertText(address.path, single(head), source, (note) => {
		if (isHeadComplete) {
			notes.push(note);
		}
	})) {
		chunks.push(chunk);
	}
	const bytes = Buffer.concat(chunks);
	// The last line may be cut off, and with it a character.
	const end = isHeadComplete ? bytes.length : bytes.lastIndexOf(10) + 1 || bytes.length;
	return sampleOfBytes(address.path, facts, bytes.subarray(0, end), isHeadComplete);
}

/** Whether the scanner reads the file itself, without a copy. */
export function isInPlace({ format, container, encoding, apostrophes = null }: TableSource): boolean {
	return format === 'delimited' && container === 'none' && encoding === null && apostrophes === null;
}

function tableFileName({ format, container, entry, part }: TableSource, path: string): string {
	if (format === 'sqlite' && part !== null) {
		return `${part}.table`;
	}
	return container === 'gzip' ? path.replace(/\.(gz|gzip)$/i, '') : (entry ?? path);
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(bytes);
}
