/**
 * Imports a generated CSV of several gigabytes and reports time and peak memory: `node build/run.mjs test/fuzz/bigImport.ts [GB]`
 * (5). Needs three times the room on the disk of the temporary folder. Ends with code 1 where the peak is 1 GB or more.
 */
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from '../../engine/session/Session.ts';
import { ORDERS_HEADER, ordersText, startImport } from '../engine/robustness/projectFixture.ts';

const GIGABYTE = 1e9;
const MOST_PEAK_BYTES = 1e9;
const BATCH_ROWS = 200_000;
const sizeBytes = Number(process.argv[2] ?? 5) * GIGABYTE;
const { bavail, bsize } = statfsSync(tmpdir());
if (bavail * bsize < 3 * sizeBytes) {
	throw new Error(`There is too little room in ${tmpdir()}: ${(3 * sizeBytes) / GIGABYTE} GB are needed.`);
}
const folder = mkdtempSync(join(tmpdir(), 'tranche-big-'));
try {
	const path = join(folder, 'orders.csv');
	const file = openSync(path, 'w');
	let written = writeSync(file, ORDERS_HEADER);
	let rows = 0;
	for (; written < sizeBytes; rows += BATCH_ROWS) {
		written += writeSync(file, ordersText(BATCH_ROWS, rows + 1));
	}
	closeSync(file);
	const project = join(folder, 'big.tranche');
	await (await Session.create(project)).close();
	const outcome = await startImport(project, path).outcome;
	const projectBytes = statSync(project).size;
	console.log(JSON.stringify({ sizeBytes: written, rows, projectBytes, ...outcome }));
	const isComplete = outcome?.kind === 'imported' && outcome.rows === rows;
	process.exitCode = isComplete && outcome.peakBytes < MOST_PEAK_BYTES ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
