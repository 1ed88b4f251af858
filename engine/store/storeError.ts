import Database from 'better-sqlite3';
import { EngineError } from '#shared/protocol/envelope.ts';

/** What SQLite says about a project file, as a sentence that says what to do. Anything else passes unchanged. */
export function storeError(error: unknown, path: string): unknown {
	if (!(error instanceof Database.SqliteError)) {
		return error;
	}
	const family = error.code.split('_')[1] ?? '';
	switch (family) {
		case 'NOTADB':
			return new EngineError('data', `${path} is not a Tranche project. Choose a file that Tranche has saved.`, {
				cause: error,
			});
		case 'CORRUPT':
			return damaged(path, error.message, error);
		case 'BUSY':
		case 'LOCKED':
			return new EngineError(
				'conflict',
				`The project ${path} is open in another window or command of Tranche. Close it there and try again.`,
				{ cause: error },
			);
		case 'READONLY':
			return new EngineError(
				'conflict',
				`The project ${path} cannot be changed, because the file or its folder is write-protected. Copy it to a folder of yours and open the copy.`,
				{ cause: error },
			);
		case 'FULL':
			return new EngineError(
				'data',
				`There is no space left on the disk of ${path}. The project is as it was before; make room and try again.`,
				{ cause: error },
			);
		case 'CANTOPEN':
		case 'PERM':
		case 'AUTH':
			return new EngineError('data', `The project ${path} cannot be opened. Check that you may read it.`, {
				cause: error,
			});
		case 'IOERR':
			return new EngineError(
				'data',
				`The disk failed while the project ${path} was read or written (${error.code}). Check the disk or the network folder and open the project again.`,
				{ cause: error },
			);
		case 'ERROR':
			// Every statement was written for the tables of a project, so that the file has other ones.
			return /^no such (?:table|column)/.test(error.message) ? damaged(path, error.message, error) : error;
		default:
			return error;
	}
}

/** The one sentence for every kind of damage: what was found, that nothing was changed, what to do. */
export function damaged(path: string, found: string, cause?: unknown): EngineError {
	return new EngineError(
		'data',
		`The project file ${path} is damaged: ${found}. Nothing was changed. Restore a copy of the file, or import the data again into a new project.`,
		{ cause },
	);
}
