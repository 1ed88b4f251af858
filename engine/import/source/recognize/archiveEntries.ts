import { EngineError } from '#shared/protocol/envelope.ts';
import { ZipFile, type ZipEntry } from '../xlsx/ZipFile.ts';

const DATA_NAME = /\.(csv|tsv|tab|txt|dat|jsonl?|ndjson|xlsx|xlsm|parquet|arrow|feather|ipc|sqlite3?|db)$/i;
/** What systems and programs add to archives on their own. */
const ADDED_BY_SYSTEMS = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** Office documents are zip archives too; these names tell which. */
const documents = [
	{ name: 'xl/workbook.xml', what: 'workbook' },
	{ name: 'xl/workbook.bin', what: 'a binary workbook (.xlsb)' },
	{ name: 'word/document.xml', what: 'a text document' },
	{ name: 'ppt/presentation.xml', what: 'a presentation' },
	{ name: 'META-INF/manifest.xml', what: 'an OpenDocument file (.ods)' },
];

export interface ArchiveContent {
	/** Whether the archive is a workbook itself, not a container of files. */
	readonly isWorkbook: boolean;
	/** Files that can be chosen, those that look like data by their names first. */
	readonly entries: readonly ZipEntry[];
}

/**
 * What a zip archive holds. Throws an EngineError where it is another kind of document, holds nothing to read, or only names
 * that lead out of the archive (which is never unpacked by name, so they are passed over).
 */
export function archiveEntries(path: string): ArchiveContent {
	const archive = new ZipFile(path);
	try {
		const document = documents.find(({ name }) => archive.entries.has(name));
		if (document?.what === 'workbook') {
			return { isWorkbook: true, entries: [] };
		}
		if (document) {
			throw new EngineError('data', `${path} is ${document.what}. Save its table as XLSX or CSV and import that.`);
		}
		const files = [...archive.entries.values()].filter(
			({ name, sizeBytes }) => !name.endsWith('/') && sizeBytes > 0 && !ADDED_BY_SYSTEMS.test(name),
		);
		const inside = files.filter(({ name }) => !leadsOut(name));
		if (inside.length === 0) {
			throw new EngineError(
				'data',
				files.length > 0
					? `${path} holds only files whose names lead to places outside of it, which no honest archive does.`
					: `${path} is an archive without a file to read.`,
			);
		}
		const rank = ({ name }: ZipEntry) => (DATA_NAME.test(name) ? 0 : 1);
		return {
			isWorkbook: false,
			entries: inside.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en', { numeric: true })),
		};
	} finally {
		archive.close();
	}
}

function leadsOut(name: string): boolean {
	return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split(/[/\\]/).includes('..');
}
