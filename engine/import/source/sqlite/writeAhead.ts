import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { EngineError } from '#shared/protocol/envelope.ts';

/** Where the header of a database says how it is written and read (SQLite file format, 1.3): 1 rollback journal, 2 WAL. */
const VERSIONS_AT = 18;
const LEGACY = Uint8Array.of(1, 1);

/** Whether a database is in WAL mode, in which even a reader puts two files beside it. */
export function isWriteAhead(path: string): boolean {
	const fd = openSync(path, 'r');
	try {
		const versions = new Uint8Array(2);
		readSync(fd, versions, 0, 2, VERSIONS_AT);
		return versions.includes(2);
	} finally {
		closeSync(fd);
	}
}

/** Takes a copy of ours out of WAL mode. */
export function leaveWriteAhead(path: string): void {
	const fd = openSync(path, 'r+');
	try {
		writeSync(fd, LEGACY, 0, 2, VERSIONS_AT);
	} finally {
		closeSync(fd);
	}
}

/** What stands in a journal beside the file is not in the file yet, and putting it there would change the client's file. */
export function refuseUnfinished(path: string): void {
	for (const suffix of ['-wal', '-journal']) {
		if ((statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0) > 0) {
			throw new EngineError(
				'data',
				`${path} is open in another program, or was not closed properly: part of its data still stands in ${path}${suffix}. Close that program, or make a copy with its backup function, and import that.`,
			);
		}
	}
}
