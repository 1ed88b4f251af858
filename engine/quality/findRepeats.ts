import type { Job } from '../job.ts';
import { emptyFingerprints } from './fingerprint.ts';
import { FingerprintTable } from './FingerprintTable.ts';
import { mixSource } from './mixSource.ts';
import type { QualityInput } from './QualityInput.ts';

const BATCH = 2 ** 18;

/** Rows that repeat an earlier row in every column, ascending. Compared by fingerprint: see mixColumn. */
export async function findRepeats({ columns, rows, name }: QualityInput, job: Job): Promise<Int32Array> {
	const prints = emptyFingerprints(rows);
	const phase = `Comparing the rows of ${name}`;
	for (const column of columns) {
		await mixSource(column, prints, job, phase);
	}
	const table = new FingerprintTable(rows);
	let repeated = new Int32Array(1024);
	let count = 0;
	for (let from = 0; from < rows; from += BATCH) {
		const to = Math.min(rows, from + BATCH);
		for (let row = from; row < to; row++) {
			const known = table.count;
			if (table.findOrAdd(prints.low[row]!, prints.high[row]!) < known) {
				if (count === repeated.length) {
					const grown = new Int32Array(count * 2);
					grown.set(repeated);
					repeated = grown;
				}
				repeated[count++] = row;
			}
		}
		await job.tick(from, rows, phase);
	}
	return repeated.slice(0, count);
}
