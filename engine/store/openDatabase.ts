import Database from 'better-sqlite3';
import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { EngineError } from '#shared/protocol/envelope.ts';
import { Connection } from './Connection.ts';
import { nativeBinding } from './nativeBinding.ts';
import { damaged, storeError } from './storeError.ts';

/** `TRCH`: tells a project from any other SQLite file. */
export const APPLICATION_ID = 0x54524348;

/** Large pages, because nearly all bytes are blobs of a few hundred kilobytes. */
const PAGE_SIZE_BYTES = 65536;
/** Little, so that what an import writes goes to the disk while it reads on, and a commit has less to wait for. */
const CACHE_KIBIBYTES = 4096;
const BUSY_TIMEOUT_MS = 250;

/** Tables of a few rows that are checked for damage at every opening; bulk data carries checksums that are checked when read. */
const CHECKED_TABLES = ['meta', 'tables', 'columns', 'segmentation', 'versions', 'settings', 'history'];

/** Makes an empty project file. Refuses to replace anything. */
export function createDatabase(path: string): Connection {
	try {
		closeSync(openSync(path, 'wx'));
	} catch (error) {
		throw cannotCreate(path, error);
	}
	try {
		const database = open(path, false);
		database.pragma(`page_size = ${PAGE_SIZE_BYTES}`);
		configure(database);
		database.pragma(`application_id = ${APPLICATION_ID}`);
		return new Connection(database, path, false);
	} catch (error) {
		// Only the empty file that was made a moment ago.
		unlinkSync(path);
		throw storeError(error, path);
	}
}

/**
 * Opens a project file and holds it alone until it is closed: a second window or command gets `conflict` instead of
 * two states that overwrite each other. Where the file or its folder cannot be written it opens read-only; several may
 * do that at once. Throws `data` for files that are missing, not projects, or damaged. Never changes such a file.
 */
export function openDatabase(path: string, isReadOnlyAsked: boolean): Connection {
	checkHeader(path);
	const isReadOnly = isReadOnlyAsked || !isWritable(path);
	let database: Database.Database | null = null;
	try {
		database = open(path, isReadOnly);
		configure(database);
		if (!isReadOnly) {
			database.exec('BEGIN EXCLUSIVE; COMMIT');
		}
		checkDamage(database, path);
		return new Connection(database, path, isReadOnly);
	} catch (error) {
		database?.close();
		throw storeError(error, path);
	}
}

function open(path: string, isReadOnly: boolean): Database.Database {
	const binding = nativeBinding();
	return new Database(path, {
		readonly: isReadOnly,
		fileMustExist: true,
		timeout: BUSY_TIMEOUT_MS,
		...(binding && { nativeBinding: binding }),
	});
}

/**
 * Rollback journal, not WAL: a project stays one file that can be copied and that works on network folders, bulk loads
 * write every byte once, and a small edit still takes about a millisecond (docs/decisions/0004).
 */
function configure(database: Database.Database): void {
	database.pragma('trusted_schema = OFF');
	database.pragma('locking_mode = EXCLUSIVE');
	database.pragma('journal_mode = DELETE');
	database.pragma('synchronous = FULL');
	database.pragma('foreign_keys = ON');
	database.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
}

/** Reads the first 100 bytes before SQLite does, so that a foreign file is never touched, not even by a lock. */
function checkHeader(path: string): void {
	const header = new Uint8Array(100);
	let length = 0;
	let sizeBytes = 0;
	try {
		const stats = statSync(path);
		if (stats.isDirectory()) {
			throw new EngineError('data', `${path} is a folder, not a project file. Choose a file that Tranche has saved.`);
		}
		sizeBytes = stats.size;
		const file = openSync(path, 'r');
		length = readSync(file, header);
		closeSync(file);
	} catch (error) {
		throw cannotRead(path, error);
	}
	const view = new DataView(header.buffer);
	const isSqlite = length === header.length && new TextDecoder().decode(header.subarray(0, 15)) === 'SQLite format 3';
	if (!isSqlite || view.getUint32(68) !== APPLICATION_ID) {
		throw new EngineError('data', `${path} is not a Tranche project. Choose a file that Tranche has saved.`);
	}
	const pageSize = view.getUint16(16) === 1 ? 65536 : view.getUint16(16);
	const missingBytes = pageSize * view.getUint32(28) - sizeBytes;
	// With a journal beside it the file is in the middle of a write that SQLite undoes when it opens it.
	if (missingBytes > 0 && !existsSync(`${path}-journal`)) {
		throw damaged(path, `its last ${missingBytes} bytes are missing`);
	}
}

function checkDamage(database: Database.Database, path: string): void {
	for (const table of CHECKED_TABLES) {
		const found: unknown = database.pragma(`quick_check('${table}')`, { simple: true });
		if (found !== 'ok') {
			throw damaged(path, `the entries of ${table} cannot be read (${String(found)})`);
		}
	}
}

/** The journal lies beside the file, so the folder must be writable too. */
function isWritable(path: string): boolean {
	try {
		accessSync(path, constants.W_OK);
		accessSync(dirname(path), constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && 'code' in error ? error.code : null;
}

function cannotRead(path: string, error: unknown): unknown {
	if (codeOf(error) === 'ENOENT') {
		return new EngineError('data', `There is no project at ${path}. It may have been moved or renamed.`);
	}
	if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM') {
		return new EngineError('data', `The project ${path} cannot be opened. Check that you may read it.`);
	}
	return error;
}

function cannotCreate(path: string, error: unknown): unknown {
	switch (codeOf(error)) {
		case 'EEXIST':
			return new EngineError('conflict', `${path} exists already. Choose another name; Tranche replaces no files.`);
		case 'ENOENT':
		case 'ENOTDIR':
			return new EngineError('data', `The folder ${dirname(path)} does not exist. Create it or choose another one.`);
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return new EngineError('data', `Nothing can be saved in ${dirname(path)}. Choose a folder of yours.`);
		default:
			return error;
	}
}
