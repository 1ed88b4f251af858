import { counted } from '#shared/base/counted.ts';
import type { TableSource } from '#shared/model/tableSource.ts';
import { EngineError } from '#shared/protocol/envelope.ts';
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
const MAX_NAMED = 10;
const MAX_TRIED = 5;

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
		const open = isJson ? address : { path: file, container: 'none' as const, entry: null };
		const headOf = async (part: string | null): Promise<FileHead> => {
			const own = { ...source, part };
			const rows = await openRows(own, open, options);
			try {
				const sample = await canonicalHead(address.path, facts, rows);
				return {
					source: own,
					name: tableFileName(own, address.path),
					sample,
					isCanonical: true,
					types: rows.columns.map(({ type }) => type),
					choices: { ...choices, parts: parts.map((entry) => ({ ...entry })), unit: rows.unit },
					encodingFinding,
					notes: [...notes, ...(source.part === null ? partNotes(own, parts) : []), ...rows.notes],
				};
			} finally {
				rows.close();
			}
		};
		return source.part === null ? await firstWithRows(parts, headOf) : await headOf(source.part);
	} finally {
		scratch.remove();
	}
}

/** The first sheet or table that anybody sees, unless it has no rows and one of the next has: covers and notes stand in front of tables. */
async function firstWithRows(
	parts: readonly TablePart[],
	headOf: (part: string | null) => Promise<FileHead>,
): Promise<FileHead> {
	const [first = null, ...others] = parts.filter(({ state }) => state === 'visible').map(({ name }) => name);
	for (const part of others.length === 0 ? [] : [first, ...others].slice(0, MAX_TRIED)) {
		const head = await headOf(part).catch(ignoreEmpty);
		if (head && !hasNoRows(head)) {
			return head;
		}
	}
	return headOf(first);
}

function ignoreEmpty(error: unknown): null {
	if (error instanceof EngineError && error.code === 'data') {
		return null;
	}
	throw error;
}

/** Whether a sample is a header alone. */
function hasNoRows({ sample: { head, sizeBytes } }: FileHead): boolean {
	return sizeBytes === head.length && head.indexOf(10) >= head.length - 1;
}

function partNotes({ format, part }: TableSource, parts: readonly TablePart[]): string[] {
	const visible = parts.filter(({ state }) => state === 'visible').map(({ name }) => name);
	const others = visible.filter((name) => name !== part).map((name) => `"${name}"`);
	const shown = others.length > MAX_NAMED ? [...others.slice(0, MAX_NAMED), '…'] : others;
	const kind = format === 'xlsx' ? 'sheet' : format === 'sqlite' ? 'table' : 'list';
	return visible.length > 1
		? [
				`The file holds ${counted(visible.length, kind)}; "${part}" is read. Another one can be chosen: ${shown.join(', ')}.`,
			]
		: [];
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
