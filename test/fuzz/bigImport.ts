/**
 * Imports a generated CSV of several gigabytes and reports time and peak memory:
 * `node build/run.mjs test/fuzz/bigImport.ts [GB] [narrow|wide]` (5, wide). Rows of a narrow file have 55 bytes, those of a wide one 300,
 * as exports of shops have them. Needs three times the room on the disk of the temporary folder. Ends with code 1 where the peak is 1 GB or more.
 */
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from '../../engine/session/Session.ts';
import { startImport } from '../engine/robustness/projectFixture.ts';

const GIGABYTE = 1e9;
const MOST_PEAK_BYTES = 1e9;
const BATCH_ROWS = 50_000;
const ROWS_PER_CUSTOMER = 10;

const shapes = {
	narrow: {
		bytesPerRow: 55,
		header: 'order_id,customer_id,order_date,revenue,cost,channel,returned',
		row: (row: number, customer: number) =>
			`${row},${customer},${dayOf(row)},${amountOf(row)},${amountOf(row * 3)},${channelOf(row)},${row % 17 === 0 ? 1 : 0}`,
	},
	wide: {
		bytesPerRow: 300,
		header:
			'order_id,customer_id,order_date,revenue,cost,quantity,channel,product,category,email,city,address,coupon,referrer,note',
		row: (row: number, customer: number) =>
			[
				`SO-${100_000_000 + row}`,
				customer,
				dayOf(row),
				amountOf(row),
				amountOf(row * 3),
				1 + (row % 4),
				channelOf(row),
				`Article ${scattered(row, 60_000)} in size ${row % 9}`,
				`Category ${scattered(row * 7, 40)}`,
				`first.last.${customer}@mail-provider-${customer % 90}.example`,
				`City of ${scattered(customer, 4000)}`,
				`"${customer % 220} Street number ${scattered(customer * 3, 90_000)}, 2nd floor"`,
				row % 6 === 0 ? `SAVE${row % 50}` : '',
				`https://shop.example/landing/${scattered(row * 5, 3000)}?source=${channelOf(row)}`,
				'Leave with the neighbours when nobody is at home, please ring twice',
			].join(','),
	},
};

const sizeBytes = Number(process.argv[2] ?? 5) * GIGABYTE;
const shape = shapes[process.argv[3] === 'narrow' ? 'narrow' : 'wide'];
const customers = Math.ceil(sizeBytes / shape.bytesPerRow / ROWS_PER_CUSTOMER);
const { bavail, bsize } = statfsSync(tmpdir());
if (bavail * bsize < 3 * sizeBytes) {
	throw new Error(`There is too little room in ${tmpdir()}: ${(3 * sizeBytes) / GIGABYTE} GB are needed.`);
}
const folder = mkdtempSync(join(tmpdir(), 'tranche-big-'));
try {
	const path = join(folder, 'orders.csv');
	const file = openSync(path, 'w');
	let written = writeSync(file, `${shape.header}\n`);
	let rows = 0;
	for (; written < sizeBytes; rows += BATCH_ROWS) {
		written += writeSync(file, batchFrom(rows + 1));
	}
	closeSync(file);
	const project = join(folder, 'big.tranche');
	await (await Session.create(project)).close();
	const outcome = await startImport(project, path).outcome;
	const projectBytes = statSync(project).size;
	console.log(JSON.stringify({ sizeBytes: written, rows, customers, projectBytes, ...outcome }));
	const isComplete = outcome?.kind === 'imported' && outcome.rows === rows;
	process.exitCode = isComplete && outcome.peakBytes < MOST_PEAK_BYTES ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function batchFrom(first: number): string {
	const lines = Array.from({ length: BATCH_ROWS }, (_, index) =>
		shape.row(first + index, 1 + scattered(first + index, customers)),
	);
	return `${lines.join('\n')}\n`;
}

/** A number below `count` without a pattern that a processor could foresee, always the same for a seed. */
function scattered(seed: number, count: number): number {
	const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b_3c6d);
	return Math.floor((((mixed ^ (mixed >>> 12)) >>> 0) / 2 ** 32) * count);
}

function dayOf(row: number): string {
	return new Date(Date.UTC(2023, 0, 1 + (row % 1095))).toISOString().slice(0, 10);
}

function amountOf(row: number): string {
	return (scattered(row, 90_000) / 100).toFixed(2);
}

function channelOf(row: number): string {
	return ['web', 'store', 'social', 'partner'][scattered(row * 11, 4)]!;
}
