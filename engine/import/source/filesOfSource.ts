import { basename } from 'node:path';
import type { AppendedFile, TableSource } from '#shared/model/tableSource.ts';

/** The files of a plan in order: the one it is named after, then those that are appended to it. */
export function filesOfSource(path: string, source: TableSource): readonly AppendedFile[] {
	return [{ path, entry: source.entry }, ...source.more];
}

/** How a file is called where several are read as one table. */
export function shortName({ path, entry }: AppendedFile): string {
	return entry === null ? basename(path) : basename(entry);
}
