import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { EngineError } from '#shared/protocol/envelope.ts';

/** Endings by which a folder's data files are told from everything else that lies in it. */
const DATA_EXTENSIONS = new Set(
	'csv tsv tab txt dat json jsonl ndjson xlsx xlsm parquet arrow feather ipc sqlite sqlite3 db gz zip'
		.split(' ')
		.map((ending) => `.${ending}`),
);
const MAX_FILES = 10_000;
const MAX_DEPTH = 8;

export interface GatheredFiles {
	/** Files whose names differ in digits only stand in one group: `orders_2024-01.csv`, `orders_2024-02.csv`. */
	readonly groups: readonly (readonly string[])[];
	/** Files of folders that are no data by their ending. */
	readonly skipped: readonly string[];
}

/**
 * Files, and the data files of folders and their subfolders, in natural order of their names. Hidden entries and links to folders
 * are passed over, and what is not there is kept: looking into it tells why. Throws an EngineError for folders of more than
 * 10,000 files.
 */
export function gatherFiles(paths: readonly string[]): GatheredFiles {
	const files: string[] = [];
	const skipped: string[] = [];
	for (const path of paths) {
		if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
			collect(path, 0, files, skipped);
		} else {
			files.push(path);
		}
	}
	const groups = new Map<string, string[]>();
	for (const path of new Set(files.toSorted(byName))) {
		const shape = join(dirname(path), basename(path).replace(/\d+/g, '0'));
		groups.set(shape, [...(groups.get(shape) ?? []), path]);
	}
	return { groups: [...groups.values()], skipped };
}

function collect(folder: string, depth: number, files: string[], skipped: string[]): void {
	for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => byName(a.name, b.name))) {
		const path = join(folder, entry.name);
		if (entry.name.startsWith('.')) {
			continue;
		}
		if (entry.isDirectory() && depth < MAX_DEPTH) {
			collect(path, depth + 1, files, skipped);
		} else if (entry.isFile()) {
			(DATA_EXTENSIONS.has(extname(entry.name).toLowerCase()) ? files : skipped).push(path);
		}
		if (files.length + skipped.length > MAX_FILES) {
			throw new EngineError('data', `${folder} holds more than ${MAX_FILES} files. Choose a folder with fewer.`);
		}
	}
}

function byName(a: string, b: string): number {
	return a.localeCompare(b, 'en', { numeric: true });
}
