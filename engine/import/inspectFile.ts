import { accessSync, constants, statSync, type Stats } from 'node:fs';
import { EngineError } from '#shared/protocol/envelope.ts';

export interface FileFacts {
	readonly sizeBytes: number;
	readonly modifiedMs: number;
}

/** Throws an EngineError that says in one sentence why the file cannot be imported. */
export function inspectFile(path: string): FileFacts {
	const stats = statOf(path);
	if (stats.isDirectory()) {
		throw new EngineError('data', `${path} is a folder. Choose a file.`);
	}
	if (!stats.isFile()) {
		throw new EngineError('data', `${path} is not an ordinary file.`);
	}
	try {
		accessSync(path, constants.R_OK);
	} catch (error) {
		throw new EngineError('data', `${path} cannot be read. Check its permissions.`, { cause: error });
	}
	if (stats.size === 0) {
		throw new EngineError('data', `${path} is empty.`);
	}
	return { sizeBytes: stats.size, modifiedMs: stats.mtimeMs };
}

/** Throws when the file is no longer as it was, since a table must come from one state of its file. */
export function checkUnchanged(path: string, before: FileFacts): void {
	const now = inspectFile(path);
	if (now.sizeBytes !== before.sizeBytes || now.modifiedMs !== before.modifiedMs) {
		throw new EngineError('data', `${path} was changed while it was read. Import it again when it is complete.`);
	}
}

function statOf(path: string): Stats {
	try {
		return statSync(path);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : null;
		const message =
			code === 'ENOENT' || code === 'ENOTDIR'
				? `There is no file ${path}.`
				: `${path} cannot be opened${code === 'EACCES' ? ': permission denied' : ''}.`;
		throw new EngineError('data', message, { cause: error });
	}
}
