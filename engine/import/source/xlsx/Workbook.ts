import { openSync, closeSync, readSync, fstatSync } from 'node:fs';
import { posix } from 'node:path';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { TablePart } from '../TablePart.ts';
import { builtInFormat, readFormat, type NumberFormat } from './numberFormat.ts';
import { readPlace } from './cellPlace.ts';
import { SharedStrings } from './SharedStrings.ts';
import { attributeOf, XmlError, XmlScanner, type XmlHandler } from './XmlScanner.ts';
import { ZipFile, type ZipEntry } from './ZipFile.ts';

export interface Sheet {
	readonly name: string;
	readonly state: TablePart['state'];
	readonly entry: ZipEntry;
}

const COMPOUND_FILE = 'd0cf11e0a1b11ae1';

/** An .xlsx file: its sheets, what its number formats mean, and its texts. Nothing in it is ever run or followed. */
export class Workbook {
	readonly sheets: readonly Sheet[];
	readonly is1904: boolean;
	/** Macros and links to other files, of which nothing was used. */
	readonly notes: readonly string[];
	private readonly zip: ZipFile;
	private readonly stringsEntry: ZipEntry | null;
	private readonly stylesEntry: ZipEntry | null;

	private constructor(zip: ZipFile, facts: Pick<Workbook, 'sheets' | 'is1904' | 'notes'>, parts: WorkbookParts) {
		this.zip = zip;
		this.sheets = facts.sheets;
		this.is1904 = facts.is1904;
		this.notes = facts.notes;
		this.stringsEntry = parts.strings;
		this.stylesEntry = parts.styles;
	}

	/** Throws `data` for files that are no .xlsx workbook: older formats and protected ones with a sentence of their own. */
	static async open(path: string): Promise<Workbook> {
		refuseCompoundFile(path);
		const zip = new ZipFile(path);
		try {
			return await Workbook.read(zip);
		} catch (error) {
			zip.close();
			throw error;
		}
	}

	private static async read(zip: ZipFile): Promise<Workbook> {
		const names = [...zip.entries.keys()];
		if (names.some((name) => /^xl\/workbook\.bin$/i.test(name))) {
			throw zip.refused('it is a binary workbook (.xlsb). Save it as .xlsx and import it again');
		}
		if (zip.entries.has('content.xml')) {
			throw zip.refused('it is an OpenDocument sheet. Save it as .xlsx or CSV and import it again');
		}
		const entry =
			zip.entries.get('xl/workbook.xml') ?? zip.entries.get(names.find((name) => name.endsWith('workbook.xml')) ?? '');
		if (!entry) {
			throw zip.refused('it holds no workbook');
		}
		const folder = posix.dirname(entry.name);
		const relations = await readRelations(zip, `${folder}/_rels/${posix.basename(entry.name)}.rels`);
		const target = (kind: string) => {
			const relation = relations.find(({ type }) => type.endsWith(`/${kind}`));
			return relation ? entryOf(zip, folder, relation.target) : null;
		};
		const found = new WorkbookSheets();
		await scan(zip, entry, found);
		const sheets = found.sheets.flatMap(({ name, state, relation }): Sheet[] => {
			const part = relations.find(({ id }) => id === relation);
			const sheetEntry = part && part.type.endsWith('/worksheet') ? entryOf(zip, folder, part.target) : null;
			return sheetEntry ? [{ name, state, entry: sheetEntry }] : [];
		});
		if (sheets.length === 0) {
			throw zip.refused('it holds no sheet with cells');
		}
		const hasMacros = names.some((name) => /vbaproject\.bin$/i.test(name) || /macrosheets?\//i.test(name));
		const hasLinks =
			names.some((name) => /externallinks?\//i.test(name)) || relations.some(({ isExternal }) => isExternal);
		const notes = [
			...(hasMacros ? ['The workbook contains macros. They were not run, and nothing of them was used.'] : []),
			...(hasLinks
				? [
						'The workbook links to other files. They were not opened; cells that refer to them hold what Excel last saw there.',
					]
				: []),
		];
		const parts = { strings: target('sharedStrings'), styles: target('styles') };
		return new Workbook(zip, { sheets, is1904: found.is1904, notes }, parts);
	}

	/** Throws `not-found` for a name that is not there; null is the first visible sheet. */
	sheet(name: string | null): Sheet {
		const wanted =
			name === null
				? (this.sheets.find(({ state }) => state === 'visible') ?? this.sheets[0])
				: this.sheets.find((sheet) => sheet.name === name);
		if (!wanted) {
			const names = this.sheets.map((sheet) => `"${sheet.name}"`).join(', ');
			throw new EngineError('not-found', `The workbook has no sheet "${name}". Its sheets: ${names}.`);
		}
		return wanted;
	}

	async texts(): Promise<readonly string[]> {
		const strings = new SharedStrings();
		if (this.stringsEntry) {
			await scan(this.zip, this.stringsEntry, strings);
		}
		return strings.texts;
	}

	/** By style number of a cell. */
	async formats(): Promise<readonly NumberFormat[]> {
		const styles = new Styles();
		if (this.stylesEntry) {
			await scan(this.zip, this.stylesEntry, styles);
		}
		return styles.formats.map((id) => styles.codes.get(id) ?? builtInFormat(id));
	}

	/** Feeds a sheet to a handler piece by piece; yields after each. */
	async *scan(sheet: Sheet, handler: XmlHandler): AsyncGenerator<void> {
		yield* scanPieces(this.zip, sheet.entry, handler);
	}

	/** Share of the packed bytes of a sheet that has been read. */
	progressOf({ entry }: Sheet): number {
		return entry.packedBytes === 0 ? 1 : this.zip.bytesRead / entry.packedBytes;
	}

	close(): void {
		this.zip.close();
	}
}

interface WorkbookParts {
	readonly strings: ZipEntry | null;
	readonly styles: ZipEntry | null;
}

interface Relation {
	readonly id: string;
	readonly type: string;
	readonly target: string;
	readonly isExternal: boolean;
}

class WorkbookSheets implements XmlHandler {
	readonly sheets: { name: string; state: TablePart['state']; relation: string }[] = [];
	is1904 = false;

	open(name: string, tag: string): void {
		if (name === 'sheet') {
			const state = attributeOf(tag, 'state');
			this.sheets.push({
				name: attributeOf(tag, 'name') ?? `Sheet ${this.sheets.length + 1}`,
				state: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very hidden' : 'visible',
				relation: attributeOf(tag, 'id') ?? '',
			});
		} else if (name === 'workbookPr') {
			this.is1904 = ['1', 'true'].includes(attributeOf(tag, 'date1904') ?? '');
		}
	}

	close(): void {
		// Everything stands in attributes.
	}

	text(): void {
		// Everything stands in attributes.
	}
}

class Styles implements XmlHandler {
	/** Number format id of each cell style. */
	readonly formats: number[] = [];
	readonly codes = new Map<number, NumberFormat>();
	private isCellStyles = false;

	open(name: string, tag: string): void {
		if (name === 'cellXfs') {
			this.isCellStyles = true;
		} else if (name === 'xf' && this.isCellStyles) {
			this.formats.push(Number(attributeOf(tag, 'numFmtId') ?? 0));
		} else if (name === 'numFmt') {
			this.codes.set(Number(attributeOf(tag, 'numFmtId')), readFormat(attributeOf(tag, 'formatCode') ?? ''));
		}
	}

	close(name: string): void {
		if (name === 'cellXfs') {
			this.isCellStyles = false;
		}
	}

	text(): void {
		// Everything stands in attributes.
	}
}

async function readRelations(zip: ZipFile, name: string): Promise<Relation[]> {
	const relations: Relation[] = [];
	const entry = zip.entries.get(name);
	if (entry) {
		await scan(zip, entry, {
			open(element, tag) {
				if (element === 'Relationship') {
					relations.push({
						id: attributeOf(tag, 'Id') ?? '',
						type: attributeOf(tag, 'Type') ?? '',
						target: attributeOf(tag, 'Target') ?? '',
						isExternal: attributeOf(tag, 'TargetMode') === 'External',
					});
				}
			},
			close: () => undefined,
			text: () => undefined,
		});
	}
	return relations;
}

function entryOf(zip: ZipFile, folder: string, target: string): ZipEntry | null {
	const name = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
	return zip.entries.get(name) ?? null;
}

async function scan(zip: ZipFile, entry: ZipEntry, handler: XmlHandler): Promise<void> {
	for await (const _ of scanPieces(zip, entry, handler)) {
		// The handler keeps what it needs.
	}
}

async function* scanPieces(zip: ZipFile, entry: ZipEntry, handler: XmlHandler): AsyncGenerator<void> {
	const scanner = new XmlScanner(handler);
	let decoder: InstanceType<typeof TextDecoder> | null = null;
	try {
		for await (const bytes of zip.stream(entry)) {
			const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
			decoder ??= new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8');
			scanner.write(decoder.decode(bytes, { stream: true }));
			yield;
		}
		scanner.end();
	} catch (error) {
		throw error instanceof XmlError ? zip.refused(`${entry.name} in it is damaged: ${error.message}`) : error;
	}
}

/** Older Excel files and protected ones are compound files, whose directory names their streams in UTF-16. */
function refuseCompoundFile(path: string): void {
	const fd = openSync(path, 'r');
	try {
		const head = Buffer.alloc(8);
		readSync(fd, head, 0, 8, 0);
		if (head.toString('hex') !== COMPOUND_FILE) {
			return;
		}
		const sizeBytes = Math.min(fstatSync(fd).size, 64 * 2 ** 20);
		const all = Buffer.alloc(sizeBytes);
		readSync(fd, all, 0, sizeBytes, 0);
		const isProtected = all.includes(Buffer.from('EncryptedPackage', 'utf16le'));
		throw new EngineError(
			'data',
			isProtected
				? `${path} is protected by a password. Open it in Excel, remove the password (File, Info, Protect Workbook), save it and import it again.`
				: `${path} is in the old Excel format (.xls). Open it in Excel, save it as .xlsx and import it again.`,
		);
	} finally {
		closeSync(fd);
	}
}

/** Rows of a `dimension` such as A1:F355; null where it names one cell, as programs write that do not know. */
export function rowsOfDimension(reference: string): number | null {
	const [from, to] = reference.split(':');
	const first = from === undefined ? null : readPlace(from);
	const last = to === undefined ? null : readPlace(to);
	return first && last ? last.row - first.row + 1 : null;
}
