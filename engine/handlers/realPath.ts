import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** One spelling for one file, links resolved, so that an open project is recognised however it is named. The file need not exist. */
export function realPath(path: string): string {
	const absolute = resolve(path);
	return existing(absolute) ?? join(existing(dirname(absolute)) ?? dirname(absolute), basename(absolute));
}

function existing(path: string): string | null {
	try {
		return realpathSync.native(path);
	} catch {
		return null;
	}
}
