import type { MessagePort } from 'node:worker_threads';
import type { SqlColumn, SqlRefusal, SqlTable } from '#shared/model/sqlConsole.ts';
import type { SqlChunk } from './SqlSource.ts';

/** Places in the shared control words: whether to stop, how many answers of the engine came, how many batches it has taken. */
export const CANCEL = 0;
export const ANSWERS = 1;
export const TAKEN = 2;
export const CONTROL_WORDS = 3;

export interface SqlWorkerData {
	readonly control: SharedArrayBuffer;
	/** Chunks are asked for and answered here, while the thread waits. */
	readonly port: MessagePort;
	/** Folder for copies of columns; it goes away with the console. */
	readonly folder: string;
}

export interface RunRequest {
	/** Of the tables: copies of columns are kept for as long as it stays. */
	readonly revision: number;
	readonly tables: readonly SqlTable[];
	readonly text: string;
	/** Rows to return; null means all. */
	readonly limit: number | null;
}

/** Whole numbers beyond 2^53 are text, so that no digit is lost. Bytes are text in hexadecimal digits. */
export type SqlCell = string | number | null;

export type SqlWorkerMessage =
	| { readonly kind: 'columns'; readonly columns: readonly SqlColumn[] }
	| { readonly kind: 'rows'; readonly rows: readonly (readonly SqlCell[])[] }
	| { readonly kind: 'progress'; readonly done: number; readonly total: number | null; readonly phase: string }
	| { readonly kind: 'done'; readonly rows: number; readonly hasMore: boolean }
	| SqlRefusal
	| { readonly kind: 'cancelled' }
	| { readonly kind: 'failed'; readonly message: string; readonly isData: boolean };

export type ChunkQuestion =
	| { readonly kind: 'rows'; readonly table: number }
	| { readonly kind: 'dictionary'; readonly table: number; readonly column: number }
	| { readonly kind: 'chunk'; readonly table: number; readonly column: number; readonly chunk: number };

/** The number tells an answer from one to a question of a cancelled run. */
export interface ChunkRequest {
	readonly id: number;
	readonly question: ChunkQuestion;
}

export type ChunkAnswer =
	| { readonly kind: 'chunk'; readonly chunk: SqlChunk }
	| { readonly kind: 'dictionary'; readonly bytes: Uint8Array | null }
	| { readonly kind: 'rows'; readonly rows: readonly number[] }
	| { readonly kind: 'failed'; readonly message: string; readonly isData: boolean };

export interface ChunkReply {
	readonly id: number;
	readonly answer: ChunkAnswer;
}
