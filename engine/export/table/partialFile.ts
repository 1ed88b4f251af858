import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isProcessAlive } from '../../isProcessAlive.ts';

/** A file in a shared folder may be written by another computer, whose processes cannot be asked for. */
const QUIET_MS = 15 * 60_000;

/** The temporary name beside a file under which this process writes it. */
export function partialName(path: string): string {
	return join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
}

/**
 * Removes what killed processes left of earlier attempts to write a file: only files with the name that this program gives them, whose
 * process is no more, and that nobody has written to for a quarter of an hour. What cannot be removed stays.
 */
export function sweepPartials(path: string): void {
	const [start, end] = [`.${basename(path)}.`, '.partial'];
	const folder = dirname(path);
	for (const name of readdirSync(folder)) {
		const pid = name.startsWith(start) && name.endsWith(end) ? name.slice(start.length, -end.length) : '';
		if (/^\d+$/.test(pid) && Number(pid) !== process.pid && !isProcessAlive(Number(pid))) {
			removeQuiet(join(folder, name));
		}
	}
}

function removeQuiet(path: string): void {
	try {
		if (Date.now() - statSync(path).mtimeMs > QUIET_MS) {
			rmSync(path);
		}
	} catch {
		// Gone meanwhile, or not ours to remove: the export does not need it to go.
	}
}
