import type { FileFacts } from '../inspectFile.ts';
import { sampleOfBytes, type FileSample } from '../sampleFile.ts';
import type { RowSource } from './RowSource.ts';
import { writeRows } from './writeRows.ts';

/** Converted text of this length is enough for a preview. */
const HEAD_CHARACTERS = 512 * 1024;

/** The first rows of a table as a sample of canonical text. Messages speak of `path`. */
export async function canonicalHead(path: string, facts: FileFacts, rows: RowSource): Promise<FileSample> {
	let text = '';
	let isFull = false;
	try {
		await writeRows(
			path,
			rows,
			(piece) => {
				text += piece;
			},
			() => {
				isFull = text.length >= HEAD_CHARACTERS;
				if (isFull) {
					throw new HeadIsFull();
				}
			},
		);
	} catch (error) {
		if (!(error instanceof HeadIsFull)) {
			throw error;
		}
	}
	return sampleOfBytes(path, facts, Buffer.from(text), !isFull);
}

class HeadIsFull extends Error {
	override readonly name = 'HeadIsFull';
}
