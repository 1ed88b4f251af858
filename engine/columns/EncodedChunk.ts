/**
 * One column of one parse morsel as it lies in the project file. Little-endian, no header:
 *
 *     values | (zero padding to 4 bytes, null bitmap words of Column.ts) where nulls > 0
 *
 * `values` by encoding, for n rows:
 * - `u8` `u16`: n unsigned integers, each the distance from `min` (numbers in minor units, days, 0/1)
 * - `i32` `f64`: n numbers as they are
 * - `code8` `code16`: n codes into the dictionary of the column
 * - `text8` `text16` `text32`: n lengths in bytes of that width, then the UTF-8 bytes of all rows
 *
 * Chunks of one column may differ in encoding: see decodeChunks.ts.
 */
export type ChunkEncoding = 'u8' | 'u16' | 'i32' | 'f64' | 'code8' | 'code16' | 'text8' | 'text16' | 'text32';

export interface EncodedChunk {
	/** Position of the column in the file. */
	readonly column: number;
	/** Morsel number, from 0 without gaps, the same for all columns; rows of lower chunks come first. */
	readonly chunk: number;
	/** At least 1. */
	readonly rows: number;
	readonly encoding: ChunkEncoding;
	/** Smallest and largest value as stored (minor units, days, milliseconds, 0/1); null for text and where every row is null. */
	readonly min: number | null;
	readonly max: number | null;
	readonly nulls: number;
	readonly data: Uint8Array;
}
