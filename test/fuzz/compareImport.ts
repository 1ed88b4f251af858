import { isUtf8 } from 'node:buffer';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImport } from '../../engine/import/runImport.ts';
import type { ImportPlan } from '../../shared/model/importPlan.ts';
import { plainText } from '../../shared/model/tableSource.ts';
import { EngineError } from '../../shared/protocol/envelope.ts';
import { MemorySink } from '../engine/import/MemorySink.ts';
import type { Random } from '../support/dialects/randomDialect.ts';
import type { FuzzDocument } from './randomDocument.ts';
import { referenceTable } from './referenceTable.ts';

/** One document as a file through the whole import, on this thread or on two. What differs, null where nothing does. */
export async function compareImport(document: FuzzDocument, random: Random): Promise<string | null> {
	const bytes = Buffer.from(document.bytes);
	const { rows: records, rejected } = referenceTable(document);
	// Without a header the importer takes the number of columns from the first rows, which must then be those of the plan.
	if (rejected.length > records.length / 5) {
		return null;
	}
	// A byte order mark, a NUL and a wholly empty table have tests of their own.
	if (bytes.length === 0 || bytes.includes(0) || bytes.subarray(0, 3).toString('latin1') === '\xef\xbb\xbf') {
		return null;
	}
	const isWindows1252 = random() < 0.3;
	const wantIn = (encoding: 'utf-8' | 'windows-1252') => {
		const isText = (fields: readonly string[]) =>
			encoding === 'windows-1252' || fields.every((field) => isUtf8(Buffer.from(field, 'latin1')));
		const rows = records.filter((fields) => isText(fields));
		return {
			rows: rows.map((fields) => fields.map((field) => decoded(field, encoding === 'windows-1252'))),
			quarantined: records.length - rows.length + rejected.length,
		};
	};
	const folder = mkdtempSync(join(tmpdir(), 'tranche-fuzz-'));
	try {
		const path = join(folder, 'document.csv');
		writeFileSync(path, bytes);
		const sink = new MemorySink();
		const table = await runImport(planOf(path, document, isWindows1252), sink, {
			threads: random() < 0.02 ? 2 : 0,
			morselBytes: 1 + Math.floor(random() * (bytes.length + 10)),
		});
		// A file that is mostly not UTF-8 is read as windows-1252, whatever the plan said.
		const want = wantIn(table.dialect.encoding);
		const isRight = table.dialect.encoding === (isWindows1252 ? 'windows-1252' : 'utf-8') || !isUtf8(bytes);
		const found = { rows: sink.rows(table), quarantined: sink.quarantine.length };
		const isSame =
			isRight && JSON.stringify(found) === JSON.stringify(want) && table.rowsRead === records.length + rejected.length;
		return isSame ? null : `import: ${JSON.stringify(found)}\nreference: ${JSON.stringify(want)}`;
	} catch (error) {
		// Nothing to load, or not text at all: a sentence, which is right where the reference has no rows either.
		const isRefused = error instanceof EngineError && error.code === 'data';
		return isRefused && (wantIn('utf-8').rows.length === 0 || / is not a text file| columns, but /.test(error.message))
			? null
			: String(error);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function decoded(field: string, isWindows1252: boolean): string | null {
	const bytes = Buffer.from(field, 'latin1');
	const text = isWindows1252
		? new TextDecoder('windows-1252', { ignoreBOM: true }).decode(bytes)
		: bytes.toString('utf8');
	return text === '' ? null : text;
}

function planOf(path: string, { delimiter, fieldCount }: FuzzDocument, isWindows1252: boolean): ImportPlan {
	const columns = Array.from({ length: fieldCount }, (_, column) => ({
		name: `c${column}`,
		type: 'text' as const,
		reading: { keepsWords: true },
	}));
	return {
		path,
		tableName: 'fuzz',
		source: plainText,
		dialect: {
			delimiter: String.fromCharCode(delimiter),
			quote: '"',
			hasHeader: false,
			encoding: isWindows1252 ? 'windows-1252' : 'utf-8',
			hasByteOrderMark: false,
		},
		columns,
		mapping: { role: 'customers', fields: {}, attributes: [], arms: null },
	};
}
