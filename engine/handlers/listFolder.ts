import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { EngineError } from '#shared/protocol/envelope.ts';
import type { FileEntry } from '#shared/protocol/hostMethods.ts';

export interface FolderListing {
	readonly folder: string;
	/** null at the root. */
	readonly parent: string | null;
	/** Folders first, each by name. Hidden entries and what cannot be read are left out. */
	readonly entries: FileEntry[];
}

/** A folder for the in-app file dialog: its folders, and its files with one of the extensions (without dot; none means all). */
export async function listFolder(folder: string | null, extensions: readonly string[]): Promise<FolderListing> {
	const path = resolve(folder ?? homedir());
	const names = await readdir(path).catch((error: unknown) => {
		throw unreadable(path, error);
	});
	const entries = await Promise.all(names.filter((name) => !name.startsWith('.')).map((name) => describe(path, name)));
	const isWanted = (entry: FileEntry | null): entry is FileEntry =>
		entry !== null &&
		(entry.isFolder || extensions.length === 0 || extensions.includes(extname(entry.name).slice(1).toLowerCase()));
	const parent = dirname(path);
	return {
		folder: path,
		parent: parent === path ? null : parent,
		entries: entries
			.filter(isWanted)
			.sort(
				(left, right) =>
					Number(right.isFolder) - Number(left.isFolder) ||
					left.name.localeCompare(right.name, 'en', { numeric: true }),
			),
	};
}

async function describe(folder: string, name: string): Promise<FileEntry | null> {
	const path = join(folder, name);
	const facts = await stat(path).catch(() => null);
	return (
		facts && {
			name,
			path,
			isFolder: facts.isDirectory(),
			sizeBytes: facts.isDirectory() ? 0 : facts.size,
			modifiedAt: facts.mtime.toISOString(),
		}
	);
}

function unreadable(path: string, error: unknown): EngineError {
	const code = error instanceof Error && 'code' in error ? error.code : null;
	const reason =
		code === 'ENOENT' ? 'does not exist' : code === 'ENOTDIR' ? 'is a file, not a folder' : 'cannot be read';
	return new EngineError('not-found', `The folder ${path} ${reason}. Choose another one.`, { cause: error });
}
